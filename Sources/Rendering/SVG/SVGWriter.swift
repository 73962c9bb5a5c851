/// Writes elements of a picture, one after the other, and escapes what stands in them.
struct SVGWriter {
  /// What has been written.
  private(set) var text = ""

  /// An element without content.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    begin(name, attributes, end: "/>")
  }

  /// An element that holds a text.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, holding content: String)
  {
    begin(name, attributes, end: ">")
    text += content.escapedForMarkup
    close(name)
  }

  /// The beginning of an element, which `close` ends.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    begin(name, attributes, end: ">")
  }

  /// The end of an element.
  mutating func close(_ name: String) { text += "</\(name)>" }

  /// Words at a place: `anchor` says which of their ends stands there.
  mutating func words(
    _ words: String, x: Double, y: Double, anchor: String = "start", class name: String = ""
  ) {
    guard !words.isEmpty else { return }
    switch (anchor, name) {
    case ("start", ""): element("text", ["x": x.place, "y": y.place], holding: words)
    case ("start", _): element("text", ["class": name, "x": x.place, "y": y.place], holding: words)
    case (_, ""): element("text", ["x": x.place, "y": y.place, "text-anchor": anchor], holding: words)
    default:
      element(
        "text", ["class": name, "x": x.place, "y": y.place, "text-anchor": anchor], holding: words)
    }
  }

  /// Adds what another one has written.
  mutating func add(_ other: SVGWriter) { text += other.text }

  private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String>, end: String) {
    text += "<" + name
    for (name, value) in attributes { text += " \(name)=\"\(value.escapedForMarkup)\"" }
    text += end
  }
}
