'use strict';

/* Bits as printable ASCII, and the numbers, terms and posting lists made of them: FORMAT.md, "Codes". Anything amiss
 * is an exception. */

const BITS_ORDER = 3, BITS_STEP_ORDER = 5, BITS_CHARACTER_ORDER = 14;

/* The place of a character code among the 91 that codes use. */
function bitsIndex(c) {
	if (!(c >= 0x20 && c <= 0x7d) || c === 0x22 || c === 0x3c || c === 0x5c)
		throw new Error('damaged codes');
	return c - 0x20 - (c > 0x22) - (c > 0x3c) - (c > 0x5c);
}

function bitsRead(codes) {
	return { codes, at: 0, value: 0, left: 0 };
}

/* Two characters are 13 bits, the first on top. */
function bitsTake(bits, count) {
	let value = 0;
	while (count) {
		if (!bits.left) {
			bits.value = bitsIndex(bits.codes.charCodeAt(bits.at)) * 91 + bitsIndex(bits.codes.charCodeAt(bits.at + 1));
			bits.at += 2;
			bits.left = 13;
		}
		const now = Math.min(count, bits.left);
		bits.left -= now;
		value = value << now | (bits.value >> bits.left & ((1 << now) - 1));
		count -= now;
	}
	return value;
}

function bitsUnary(bits) {
	let number = 0;
	while (bitsTake(bits, 1))
		number++;
	return number;
}

/* A number in the exponential Golomb code of this order. */
function bitsNumber(bits, order) {
	const below = bitsUnary(bits);
	return ((1 << below | bitsTake(bits, below)) - 1) << order | bitsTake(bits, order);
}

/* `count` numbers below `bound`, in order: Golomb codes of the gaps between them. */
function bitsSet(bits, count, bound) {
	const mean = count ? Math.floor((bound - count) / count) : 0;
	const order = mean ? 31 - Math.clz32(mean) : 0;
	const numbers = [];
	for (let next = 0; numbers.length < count;) {
		next += bitsUnary(bits) << order | bitsTake(bits, order);
		numbers.push(next++);
	}
	return numbers;
}

/* A posting list: article numbers below `bound`, in order, and the impact of each. */
function bitsPostings(bits, bound) {
	const articles = bitsSet(bits, bitsNumber(bits, 0) + 1, bound);
	const impacts = articles.map(() => 0);
	for (const at of bitsSet(bits, bitsNumber(bits, 0), articles.length))
		impacts[at] = bitsTake(bits, 1) ? 2 + bitsTake(bits, 1) : 1;
	return { articles, impacts };
}

/* The term behind `before`. */
function bitsTerm(bits, before) {
	const characters = [...before];
	if (bitsTake(bits, 1)) {
		const last = characters.pop().codePointAt(0);
		return characters.join('') + String.fromCodePoint(last + 1 + bitsNumber(bits, BITS_STEP_ORDER));
	}
	const kept = characters.slice(0, bitsNumber(bits, 0));
	for (let further = bitsNumber(bits, 0) + 1; further; further--)
		kept.push(String.fromCodePoint(bitsNumber(bits, BITS_CHARACTER_ORDER)));
	return kept.join('');
}
