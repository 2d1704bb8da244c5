'use strict';

/* A page opened from disk may not fetch another: the article opens in a hidden frame, and its own script,
 * answer.js, tells the texts. */

const FRAME_PATIENCE = 10000; /* milliseconds */

function frameTexts(address) {
	return new Promise((resolve, reject) => {
		const frame = document.createElement('iframe');
		const timer = setTimeout(() => end(() => reject(new Error(`${address}: no answer`))),
			FRAME_PATIENCE);
		function end(settle) {
			clearTimeout(timer);
			window.removeEventListener('message', hear);
			frame.remove();
			settle();
		}
		function hear(event) {
			if (event.source === frame.contentWindow && event.data && Array.isArray(event.data.texts))
				end(() => resolve(event.data.texts));
		}
		window.addEventListener('message', hear);
		frame.hidden = true;
		frame.src = address;
		document.body.append(frame);
	});
}
