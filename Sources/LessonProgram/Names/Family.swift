package import Algebra
package import Diagnostics

/// The elements of one name: `h[1]`, `h[2]`, or `W[1,1]`, `W[1,2]`, each a value of its own.
package struct Family {
  /// The name before the brackets.
  package let name: String
  /// What its elements are; a family is either given, as one kind, or has formulas.
  package let kind: Scope.Kind
  /// Where its first element is defined.
  package let range: SourceRange
  /// How many indices an element has.
  let indexCount: Int
  /// The elements, in the order in which they were defined.
  package var elements: [Name] = []
  /// The lowest and the highest of each index.
  var bounds: [ClosedRange<Int>] = []

  /// Takes an element in.
  package mutating func add(_ indices: [Int], _ name: Name) {
    elements.append(name)
    if bounds.isEmpty {
      bounds = indices.map { $0...$0 }
    } else {
      for (place, index) in indices.enumerated() where !bounds[place].contains(index) {
        bounds[place] = min(bounds[place].lowerBound, index)...max(bounds[place].upperBound, index)
      }
    }
  }

  /// `h[1]` to `h[8]`, for messages.
  var ends: String {
    let (first, last) = (Name(name, bounds.map(\.lowerBound)), Name(name, bounds.map(\.upperBound)))
    return first == last ? "`\(first)` alone" : "`\(first)` to `\(last)`"
  }

  /// `h[1...8]`, for messages.
  var extent: String {
    let spans = bounds.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)...\($0.upperBound)" }
    return "\(name)[\(spans.joined(separator: ", "))]"
  }
}
