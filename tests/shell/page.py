"""An HTML page taken apart: that it is well-formed, made of the renderer's own
tags and attributes alone, and what it says."""
import html.parser
import re

VOID = {"meta"}
# All that the renderer writes: tags, and the attributes each may have.
MAY = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"}, "title": {"id"},
    "style": set(), "body": set(), "main": {"class"}, "section": set(), "article": set(), "h1": set(), "h2": set(),
    "h3": set(), "p": set(), "ul": set(), "li": set(), "blockquote": {"dir"}, "cite": set(), "dl": set(), "dt": set(),
    "dd": set(), "small": set(), "div": {"class", "tabindex"}, "figure": set(), "figcaption": set(), "details": set(), "summary": set(), "table": set(),
    "caption": {"class"}, "span": set(), "thead": set(), "tbody": set(), "tr": set(), "th": {"scope", "class"},
    "td": {"class"}, "svg": {"width", "height", "role", "aria-labelledby"}, "desc": {"id"},
    "rect": {"class", "x", "y", "width", "height"}, "text": {"class", "x", "y", "dx"},
}
# No attribute's value comes from a field: each is of one of these forms.
VALUE = re.compile(r"[a-z0-9. %-]*|en|utf-8|auto|c\d+t c\d+d|width=device-width, initial-scale=1|"
                   r"Content-Security-Policy|default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; "
                   r"base-uri 'none'; form-action 'none'")


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.stack, self.bad, self.texts, self.tables, self.style, self.attributes = [], [], [], [], "", {}
        self.heads, self.numbers = [], []
        self.feed(text)
        self.close()
        if self.stack:
            self.bad.append("left open: %s" % self.stack)
        self.text = " ".join(" ".join(self.texts).split())

    def handle_starttag(self, tag, attrs):
        if tag not in MAY:
            self.bad.append("<%s>" % tag)
        for k, v in attrs:
            if k not in MAY.get(tag, ()) or v is None or not VALUE.fullmatch(v):
                self.bad.append("<%s %s=%r>" % (tag, k, v))
            self.attributes.setdefault(tag + " " + k, []).append(v)
        if tag == "table":
            self.tables.append({"caption": "", "rows": []})
        if tag == "tr":
            self.tables[-1]["rows"].append([])
        if tag in ("td", "th"):
            self.tables[-1]["rows"][-1].append("")
        if tag in ("h1", "h2", "h3"):
            self.heads.append("")
        if tag == "dd":
            self.numbers.append("")
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        if tag != "rect":
            self.bad.append("<%s/>" % tag)
        self.handle_starttag(tag, attrs)
        self.stack.pop()

    def handle_endtag(self, tag):
        if not self.stack or self.stack[-1] != tag:
            self.bad.append("</%s> inside %s" % (tag, self.stack))
        else:
            self.stack.pop()

    def handle_data(self, data):
        if "style" in self.stack:
            self.style += data
            return
        if not self.stack and data.strip():
            self.bad.append("text outside: %r" % data)
        self.texts.append(data)
        if "caption" in self.stack:
            self.tables[-1]["caption"] += data
        elif self.stack and self.stack[-1] in ("td", "th"):
            self.tables[-1]["rows"][-1][-1] += data
        elif self.stack and self.stack[-1] in ("h1", "h2", "h3"):
            self.heads[-1] += data
        elif "dd" in self.stack:
            self.numbers[-1] += data

    def handle_comment(self, data):
        self.bad.append("<!--%s-->" % data)

    def handle_pi(self, data):
        self.bad.append("<?%s>" % data)

    def handle_decl(self, data):
        if data != "DOCTYPE html":
            self.bad.append("<!%s>" % data)

    def unknown_decl(self, data):
        self.bad.append("<![%s]>" % data)

    def table(self, caption):
        """Its rows but the heads, where there is one of this caption."""
        for t in self.tables:
            if t["caption"] == caption:
                return t["rows"][1:]
        return None
