import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG read back by a reader of XML, without the code that drew it.
final class DrawnPicture: NSObject, XMLParserDelegate {
  /// An element with its attributes and the text right in it.
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  /// All elements, in the order in which they begin.
  private(set) var elements: [Element] = []
  private var open: [Int] = []

  /// Reads an SVG; `nil` where it is no well-formed XML.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  /// What is written in it, in order.
  var texts: [String] { elements.filter { $0.name == "text" }.map(\.text) }

  /// The elements of that name.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let element = open.last { elements[element].text += text }
  }
}

/// The numbers of a text, with the minus and the exponent of either way to write them.
func numbers(in texts: [String]) -> [String] {
  texts.flatMap { text in
    text.replacing("−", with: "-").matches(of: /-?[0-9]+(\.[0-9]+)?(e[-+][0-9]+)?/).map { String($0.0) }
  }
}

/// Whether all of `few` occur among `many`, in the same order.
func occurInOrder(_ few: [String], among many: [String]) -> Bool {
  var rest = many[...]
  return few.allSatisfy { number in
    guard let place = rest.firstIndex(of: number) else { return false }
    rest = rest[(place + 1)...]
    return true
  }
}
