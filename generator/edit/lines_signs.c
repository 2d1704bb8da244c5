#include "edit/lines.h"

/* Sets of signs as switches: they are asked for every character. */

bool
line_is_closer(uint32_t c)
{
	switch (c) {
	case 0x201D:
	case 0x2019:
	case 0x300D:
	case 0x300F:
	case 0xFF09:
	case ')':
	case 0x3011:
	case 0x300B:
	case 0x3009:
	case ']':
	case '"': return true;
	default: return false;
	}
}

bool
line_is_opener(uint32_t c)
{
	switch (c) {
	case 0x201C:
	case 0x2018:
	case 0x300C:
	case 0x300E:
	case 0xFF08:
	case '(':
	case 0x3010:
	case 0x300A:
	case 0x3008:
	case '[': return true;
	default: return false;
	}
}

bool
line_is_stop(uint32_t c)
{
	switch (c) {
	case 0x3002:
	case 0xFF01:
	case 0xFF1F:
	case '!':
	case '?':
	case 0x2026: return true;
	default: return false;
	}
}

bool
line_is_comma(uint32_t c)
{
	switch (c) {
	case 0xFF0C:
	case 0x3001:
	case 0xFF1B:
	case 0xFF1A:
	case ',':
	case ';':
	case ':': return true;
	default: return false;
	}
}

/* ▲△▼▽■□●○◆◇★☆※◎►▶▷◀◁•❖ */
bool
line_is_mark(uint32_t c)
{
	switch (c) {
	case 0x25B2:
	case 0x25B3:
	case 0x25BC:
	case 0x25BD:
	case 0x25A0:
	case 0x25A1:
	case 0x25CF:
	case 0x25CB:
	case 0x25C6:
	case 0x25C7:
	case 0x2605:
	case 0x2606:
	case 0x203B:
	case 0x25CE:
	case 0x25BA:
	case 0x25B6:
	case 0x25B7:
	case 0x25C0:
	case 0x25C1:
	case 0x2022:
	case 0x2756: return true;
	default: return false;
	}
}
