'use strict';

/* Bits as printable ASCII, and the numbers, terms and posting lists made of them: FORMAT.md, "Codes". Anything amiss
 * is an exception. */

const BITS_ORDER = 3, BITS_STEP_ORDER = 5, BITS_CHARACTER_ORDER = 14;

/* The place of each character among the 91 that codes use, from 1; 0 for any other. */
const BITS_PLACES = new Uint8Array(128);
for (let c = 0x20, place = 1; c < 0x7e; c++)
	if (c !== 0x22 && c !== 0x3c && c !== 0x5c)
		BITS_PLACES[c] = place++;

function bitsRead(codes) {
	return { codes, at: 0, value: 0, left: 0 };
}

/* Makes it 18 to 30 bits that are at hand, the first on top: two characters are 13. A reader may look a little beyond the
 * end, where zeros stand. */
function bitsFill(bits) {
	const { codes } = bits;
	while (bits.left < 18) {
		const first = BITS_PLACES[codes.charCodeAt(bits.at)], second = BITS_PLACES[codes.charCodeAt(bits.at + 1)];
		if (!(first && second) && bits.at < codes.length || bits.at > codes.length + 8)
			throw new Error('damaged codes');
		bits.value = (bits.value & (1 << bits.left) - 1) << 13 | (first ? first * 91 + second - 92 : 0);
		bits.left += 13;
		bits.at += 2;
	}
}

function bitsTake(bits, count) {
	if (count > 16)
		return bitsTake(bits, count - 16) << 16 | bitsTake(bits, 16);
	if (bits.left < count)
		bitsFill(bits);
	bits.left -= count;
	return bits.value >> bits.left & (1 << count) - 1;
}

/* How many bits 1 stand before the next 0. */
function bitsUnary(bits) {
	for (let number = 0; ;) {
		if (!bits.left)
			bitsFill(bits);
		const ones = Math.min(Math.clz32(~bits.value << 32 - bits.left), bits.left);
		bits.left -= ones;
		number += ones;
		if (bits.left) {
			bits.left--;
			return number;
		}
	}
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
	if (bitsTake(bits, 1)) {
		const kept = before.slice(0, before.codePointAt(before.length - 2) > 0xffff ? -2 : -1);
		const last = before.codePointAt(kept.length);
		return kept + String.fromCodePoint(last + 1 + bitsNumber(bits, BITS_STEP_ORDER));
	}
	const characters = [...before].slice(0, bitsNumber(bits, 0));
	for (let further = bitsNumber(bits, 0) + 1; further; further--)
		characters.push(String.fromCodePoint(bitsNumber(bits, BITS_CHARACTER_ORDER)));
	return characters.join('');
}

/* The name of a file: twelve hexadecimal digits. */
function bitsName(bits) {
	return Array.from({ length: 3 }, () => bitsTake(bits, 16).toString(16).padStart(4, '0')).join('');
}
