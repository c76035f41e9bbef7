import os
import re

HEADER = "-----BEGIN RSA PRIVATE KEY-----"
PATTERN = re.compile(r"-----BEGIN (?:RSA )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA )?PRIVATE KEY-----")
PLACEHOLDER = "-----BEGIN PRIVATE KEY-----\nPrivateKeyGoesHere\n-----END PRIVATE KEY-----"
SNIPPED = """-----BEGIN RSA PRIVATE KEY-----
MIIEpAIBAAKCAQEA<snip>
-----END RSA PRIVATE KEY-----"""
MADE_UP = "-----BEGIN RSA PRIVATE KEY-----\naaaaabbbbbbbccccccddddddeeeeeeffffff\n-----END RSA PRIVATE KEY-----"
PUBLIC = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END PUBLIC KEY-----"
FROM_ENVIRONMENT = os.environ["OCI_PRIVATE_KEY"]
