import Algebra
import LessonLanguage

extension Resolver {
  /// No drawing shows more.
  private static let maxNodes = 1000

  /// A drawing whose formulas come further down in the lesson.
  struct NetworkAhead {
    /// Of what.
    let reference: Reference
    /// Where its instruction stands.
    let place: Int
  }

  /// `draw network for E_total`
  mutating func resolveNetwork(_ reference: Reference, _ statement: Statement) {
    let name = Name(reference.name.text)
    let comesLater =
      !isInLoop && self.comesLater == nil && reference.indices.isEmpty && scope[name] == nil
      && scope.families[name] == nil && later.defines(name, below: reference.range)
    if comesLater {
      networksAhead.append(.init(reference: reference, place: body.instructions.count))
      append(.network(name, NetworkOutline()), at: statement.range, comment: statement.comment)
      return
    }
    if reportFamily(asLoss: reference, behind: "draw network for") { return }
    guard let name = build({ $0.read(reference) }), let outline = outline(of: name, reference) else { return }
    append(.network(name, outline), at: statement.range, comment: statement.comment)
  }

  /// Gives the drawings that stand above their formulas what these say, once all of the lesson is read.
  mutating func resolveNetworksAhead() {
    for network in networksAhead where !isFull {
      let name = Name(network.reference.name.text)
      if reportFamily(asLoss: network.reference, behind: "draw network for") { continue }
      guard scope[name] != nil else {
        // What is no value, an optimizer say, is told as everywhere.
        _ = build { $0.read(network.reference) }
        continue
      }
      guard let outline = outline(of: name, network.reference) else { continue }
      body.instructions[network.place].kind = .network(name, outline)
    }
    networksAhead = []
  }

  /// What the formulas of `name` say of its network; `nil` where they say nothing of one, which is reported.
  private mutating func outline(of name: Name, _ reference: Reference) -> NetworkOutline? {
    guard let definition = scope[name] else { return nil }
    guard definition.kind == .formula else {
      report("`\(name)` is given; a network is what formulas make of given numbers", at: reference.range)
      return nil
    }
    let definitions = scope.definitions(beneath: name)
    let outline = NetworkReader(definitions, root: name).outline
    guard !outline.connections.isEmpty else {
      report(
        "no formula of `\(name)` multiplies values by weights, so there is no network to draw",
        at: reference.range, hint: "`explain \(name)` shows its formulas")
      return nil
    }
    guard outline.nodes.count <= Self.maxNodes else {
      report(
        "the network of `\(name)` has more than 1,000 inputs and neurons, which is the bound",
        at: reference.range)
      return nil
    }
    return outline
  }
}
