/// Things in the order in which they first come, without repeats. Of a few, no table is made to find them again.
struct DistinctList<Element: Hashable> {
  private(set) var elements: [Element] = []
  /// All of them, once they are more than a few.
  private var known: Set<Element> = []

  /// Of so many, each is looked at.
  private static var few: Int { 8 }

  /// Adds what is not among them.
  mutating func add(_ element: Element) {
    if elements.count < Self.few {
      if !elements.contains(element) { elements.append(element) }
      return
    }
    if known.isEmpty { known = Set(elements) }
    if known.insert(element).inserted { elements.append(element) }
  }
}
