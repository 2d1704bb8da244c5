const site = { offline: {{#offline}}true{{/offline}}{{^offline}}false{{/offline}}, assets: [
{{#assets}}
"{{href}}",
{{/assets}}
] };
importScripts("{{script}}");
