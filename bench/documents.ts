/** Python programs of about a given number of lines: mostly other code, a few clients, as real files are. */
export function pythonProgram(lines: number, withTriggers: boolean): string {
  const parts: string[] = withTriggers
    ? ['import os', 'import oci', '', 'config = oci.config.from_file()', '']
    : ['import os', 'import json', '', 'settings = json.loads("{}")', ''];
  let count = parts.length;
  for (let number = 0; count < lines; number += 1) {
    const block = withTriggers && number % 40 === 7 ? client(number) : plain(number);
    parts.push(...block);
    count += block.length;
  }
  return `${parts.join('\n')}\n`;
}

const client = (number: number): string[] => [
  `def answer_${number}(question):`,
  '    runtime = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(',
  '        config=config,',
  '        retry_strategy=oci.retry.DEFAULT_RETRY_STRATEGY,',
  '    )',
  `    return runtime.chat(agent_endpoint_id=os.environ["ENDPOINT_${number}"], chat_details=question)`,
  '',
  '',
];

const plain = (number: number): string[] => [
  `class Table${number}:`,
  `    """Rows of table ${number}, kept by name."""`,
  '',
  '    def __init__(self, rows, limit=100):',
  '        self.rows = {row["name"]: row for row in rows}',
  '        self.limit = limit',
  '',
  '    def select(self, names, *, strict=False):',
  '        found = []',
  '        for name in names:',
  '            row = self.rows.get(name)',
  '            if row is None and strict:',
  `                raise KeyError(f"no row {name} in table ${number}")`,
  '            if row is not None and len(found) < self.limit:',
  '                found.append({**row, "position": len(found), "label": "%s-%d" % (name, len(found))})',
  '        return found',
  '',
  '    def total(self, key):',
  '        return sum(float(row.get(key, 0)) for row in self.rows.values() if row.get("active"))',
  '',
  '',
];
