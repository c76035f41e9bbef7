// The page shows what the extension gives it and says what was pressed; it decides nothing.
(() => {
  const extension = acquireVsCodeApi();
  const main = document.getElementById('main');
  const status = document.getElementById('status');

  const tell = (act, arg = '', value) => extension.postMessage({ act, arg, value });

  document.addEventListener('click', (event) => {
    const pressed = event.target.closest('button[data-act]');
    if (pressed) tell(pressed.dataset.act, pressed.dataset.arg);
  });
  document.addEventListener('change', ({ target }) => {
    if (target.dataset.field) tell('field', target.dataset.field, target.value);
  });

  /** Who reads with the keyboard stays where they are. */
  function show(body) {
    const key = document.activeElement?.dataset.key;
    const open = new Map([...main.querySelectorAll('details[id]')].map((one) => [one.id, one.open]));
    const place = document.documentElement.scrollTop;
    main.innerHTML = body;
    for (const one of main.querySelectorAll('details[id]')) one.open = open.get(one.id) ?? one.open;
    document.documentElement.scrollTop = place;
    const same = key && [...main.querySelectorAll('[data-key]')].find((one) => one.dataset.key === key);
    (same || main.querySelector('[data-first]'))?.focus({ preventScroll: true });
  }

  function say(text) {
    status.textContent = text;
    status.classList.remove('shown');
    void status.offsetWidth;
    status.classList.add('shown');
  }

  window.addEventListener('message', ({ data }) => {
    if (typeof data.body === 'string') show(data.body);
    // With it the page comes back after a reload.
    if (data.keep !== undefined) extension.setState(data.keep);
    if (typeof data.say === 'string') say(data.say);
  });
  tell('ready');
})();
