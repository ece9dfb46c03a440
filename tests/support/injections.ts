/** Ways to run a script; each calls `hit`. */
const SCRIPTS = [
  "<script>hit()</script>",
  "<img src=x onerror=hit()>",
  "<svg/onload=hit()>",
  "<svg><animate onbegin=hit() attributeName=x dur=1s>",
  "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
  "<a href=javascript:hit()>x</a>",
  "<details open ontoggle=hit()>",
  "<body onload=hit()>",
  "<input autofocus onfocus=hit()>",
  "<math><mi xlink:href=javascript:hit()>x",
  "<style>@import'javascript:hit()'</style>",
  "<object data=javascript:hit()>",
  "[x](javascript:hit())",
  '![x](x"onerror="hit())',
  "javascript:hit()",
  "data:text/html,<script>hit()</script>",
  "{{constructor.constructor('hit()')()}}",
  "<%= hit() %>",
  "&lt;img src=x onerror=hit()&gt;",
  "\\u003cimg src=x onerror=hit()\\u003e",
];

/** Places that the string may end up in, left by what stands before it. */
const LEFT_BY = [
  "",
  '">',
  "'>",
  "</textarea>",
  "</title>",
  "</script>",
  "-->",
  "]]>",
  '" onmouseover="hit()" x="',
  "\u202E",
];

/** Two hundred strings that run a script wherever one of them is taken for more than text. */
export const INJECTIONS = SCRIPTS.flatMap((script) => LEFT_BY.map((before) => `${before}${script}`));
