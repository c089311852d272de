"""What the tests ask of a page that is open, in the browser's own language."""

# Every control that the Tab key must reach, numbered in reading order.
TABBABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter(one => one.type !== 'hidden' && !one.disabled && one.tabIndex >= 0 && one.checkVisibility())
  .filter(one => one.type !== 'radio' || one.checked || !document.querySelector(`[name="${one.name}"]:checked`))
  .map((one, place) => { one.dataset.place = place; return one.outerHTML.slice(0, 80) })"""

# The control that has the focus: its number, whether the focus is drawn, and whether it lies under something else.
FOCUSED = """() => { const one = document.activeElement, style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const within = (place, room) => Math.min(Math.max(place, 1), room - 1);
  const x = within(box.x + box.width / 2, innerWidth), y = within(box.y + box.height / 2, innerHeight);
  const top = document.elementFromPoint(x, y);
  const label = one.closest('label');
  return { place: one.dataset.place, html: one.outerHTML.slice(0, 80),
    isMarked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
    isSeen: top !== null && (one.contains(top) || top.contains(one) || (label !== null && label.contains(top))) } }"""

# Everything that is read or read aloud, but for names of keys and what is marked as another language.
TEXTS = """() => { const spoken = ['aria-label', 'placeholder', 'title', 'alt'];
  return [document.title, ...[...document.body.querySelectorAll('*')]
    .filter(one => !one.closest('[lang]:not(html), kbd'))
    .flatMap(one => [...spoken.map(name => one.getAttribute(name) || ''),
      ...[...one.childNodes].filter(node => node.nodeType === 3 && one.checkVisibility()).map(node => node.data)])]
    .join(' ') }"""

WIDTHS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"

# What reaches beyond the sheet, or beyond a frame that scrolls on a screen.
CUT_OFF = """() => [...document.querySelectorAll('main *')]
  .filter(one => one.checkVisibility() && one.getBoundingClientRect().width > 0)
  .filter(one => { const frame = one.closest('.panel, .chart-frame') || document.documentElement;
    const edge = Math.min(frame.getBoundingClientRect().right, innerWidth);
    return one.getBoundingClientRect().right > edge + 1 })
  .map(one => one.outerHTML.slice(0, 90))"""

# What a strict policy would refuse.
INLINE = """() => [...document.querySelectorAll('[style], script:not([src]), style')]
  .map(one => one.outerHTML.slice(0, 90))"""

# Where the links of this site lead, without their anchors.
LINKS = """() => [...document.querySelectorAll('a[href]')]
  .filter(one => one.host === location.host && one.pathname !== location.pathname)
  .map(one => one.href.split('#')[0])"""

LOST_ANCHORS = """() => [...document.querySelectorAll('a[href^="#"]')]
  .map(one => one.getAttribute('href').slice(1)).filter(name => !document.getElementById(name))"""

# How much of the frame is left on paper, and how long the page's own text is.
PRINTED = """() => [
  [...document.querySelectorAll('.topbar, .sidenav, .skip')].filter(one => one.checkVisibility()).length,
  document.querySelector('main').innerText.trim().length]"""
