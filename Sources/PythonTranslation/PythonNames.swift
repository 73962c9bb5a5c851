internal import Algebra

/// What the names of a lesson are called in Python.
///
/// A name keeps its ASCII, Greek and Latin letters; of any other script, each letter is written as the number that it has. What means
/// something else in the notebook gets a `_` behind it, and so does what would be called like another name.
struct PythonNames {
  private var identifiers: [String: String] = [:]
  private var taken: Set<String>

  /// The names, none of which is to be one of those that the notebook has for itself.
  init(reserved: Set<String>) {
    taken = reserved.union(Self.words)
  }

  /// The identifier of a scalar, of a family or of anything else that a key tells from them.
  mutating func identifier(of key: String) -> String {
    if let known = identifiers[key] { return known }
    var identifier = ""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "Α"..."Ω", "α"..."ω", "À"..."Ö", "Ø"..."ö", "ø"..."ÿ":
        identifier.unicodeScalars.append(scalar)
      case " ": identifier += "_"
      default: identifier += "u" + String(scalar.value, radix: 16)
      }
    }
    if identifier.first?.isLetter != true { identifier = "u" + identifier }
    while !taken.insert(identifier).inserted { identifier += "_" }
    identifiers[key] = identifier
    return identifier
  }

  /// Gives names that no lesson has expressions of their own.
  mutating func alias(_ expressions: [Name: String]) {
    for (name, expression) in expressions { identifiers[name.text] = expression }
  }

  /// The family and the indices of an element, `nil` of a scalar.
  static func element(_ name: Name) -> (family: String, indices: [Int])? {
    guard name.text.hasSuffix("]"), let open = name.text.lastIndex(of: "[") else { return nil }
    let inner = name.text[name.text.index(after: open)...].dropLast()
    let indices = inner.split(separator: ",").compactMap { Int($0) }
    return (String(name.text[..<open]), indices)
  }

  /// How a name stands in an expression: `w5`, `W[1, 2]`.
  mutating func expression(_ name: Name) -> String {
    guard identifiers[name.text] == nil, let (family, indices) = Self.element(name) else {
      return identifier(of: name.text)
    }
    return "\(identifier(of: family))[\(indices.map(String.init).listed)]"
  }

  /// How a name stands in a string, for the functions that look numbers up by their names: `W[1,2]`.
  mutating func place(_ name: Name) -> String {
    guard let (family, indices) = Self.element(name) else { return identifier(of: name.text) }
    return "\(identifier(of: family))[\(indices.map(String.init).joined(separator: ","))]"
  }

  /// What Python and notebooks mean by themselves.
  private static let words: Set<String> = Set(
    """
    False None True and as assert async await break class continue def del elif else except finally for from global if import in is \
    lambda nonlocal not or pass raise return try while with yield match case type In Out exit quit get_ipython display abs aiter all \
    anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir \
    divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass \
    iter len license list locals map max memoryview min next object oct open ord pow print property range repr reversed round set \
    setattr slice sorted staticmethod str sum super tuple vars zip
    """.split(separator: " ").map(String.init))
}
