'use strict';

/* A button that copies each form of the citation. Without this script the text can be selected. */

(() => {
	const section = document.querySelector('.citations');
	if (!section)
		return;

	/* Where a page from disk has no clipboard, the text is selected and the browser is told to copy. */
	async function copy(form) {
		try {
			await navigator.clipboard.writeText(form.textContent);
		} catch {
			getSelection().selectAllChildren(form);
			document.execCommand('copy');
		}
	}

	for (const form of section.querySelectorAll('[data-form]')) {
		const button = document.createElement('button');
		const said = document.createElement('output');
		button.type = 'button';
		button.textContent = section.dataset.copy;
		button.addEventListener('click', async () => {
			await copy(form);
			said.value = section.dataset.copied;
		});
		const line = document.createElement('p');
		line.className = 'copy';
		line.append(button, said);
		form.after(line);
	}
})();
