import Algebra
import LessonLanguage

extension Resolver {
  /// No drawing shows more.
  private static let maxNodes = 1000

  /// `draw network for E_total`
  mutating func resolveNetwork(_ reference: Reference, _ statement: Statement) {
    if reportFamily(asLoss: reference, behind: "draw network for") { return }
    guard let name = build({ $0.read(reference) }), let definition = scope[name] else { return }
    guard definition.kind == .formula else {
      report("`\(name)` is given; a network is what formulas make of given numbers", at: reference.range)
      return
    }
    let definitions = scope.definitions(beneath: name)
    let outline = NetworkReader(definitions, root: name).outline
    guard !outline.connections.isEmpty else {
      report(
        "no formula of `\(name)` multiplies values by weights, so there is no network to draw",
        at: reference.range, hint: "`explain \(name)` shows its formulas")
      return
    }
    guard outline.nodes.count <= Self.maxNodes else {
      report(
        "the network of `\(name)` has more than 1,000 inputs and neurons, which is the bound",
        at: reference.range)
      return
    }
    append(.network(name, outline), at: statement.range, comment: statement.comment)
  }
}
