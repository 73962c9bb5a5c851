import Algebra
import Engine
import Exposition
import LessonProgram

// Derivatives: through the network by the links of the chain rule, each a number of its own.

extension SheetWriter {
  /// A network of more values is not gone through link by link.
  private static let maxNames = 2000

  /// The slot of a derivative, or of what is made of rows, as it now is.
  mutating func slot(ofAtom atom: Formula) throws(Fault) -> Int {
    if case .derivative(.name(let output), let input) = atom,
      let place = try slot(ofDerivative: output, by: input)
    {
      return place
    }
    if case .local(let output, let input) = atom {
      try addLinks(of: output)
      if let from = current(output), let to = current(input),
        let place = links[Ends(output: from, input: to)]
      {
        return place
      }
    }
    if let known = rowNumbers[atom] { return known }
    let formula = formula(overRows: atom)
    let place = addSlot(
      atom, formula, atoms: [:], try environment.number(of: atom), formula == nil ? .opaque : .rows)
    sheet.slots[place].rows = rows(of: atom)
    rowNumbers[atom] = place
    return place
  }

  private mutating func slot(ofDerivative output: Name, by input: Name) throws(Fault) -> Int? {
    guard let from = current(output), let to = current(input) else { return nil }
    if let known = derivatives[Ends(output: from, input: to)] { return known }
    let names = environment.names(beneath: [output])
    guard names.count <= Self.maxNames else { return nil }
    guard names.contains(input), output != input else {
      let place = addSlot(
        .derivative(of: .name(output), by: input), nil, atoms: [:], output == input ? 1 : 0, .given)
      derivatives[Ends(output: from, input: to)] = place
      return place
    }
    let users = users(among: names)
    let beneath = onTheWay(to: output, from: input, users)
    let truths = try environment.sweptDerivatives(of: output, by: names)
    let numbers = Dictionary(zip(names, truths)) { first, _ in first }
    for name in names.reversed() where beneath.contains(name) && name != output {
      try add(derivativeOf: output, by: name, truth: numbers[name] ?? .nan, users[name] ?? [])
    }
    return derivatives[Ends(output: from, input: to)]
  }

  /// What mentions each name, among names that all lead to one output.
  private func users(among names: [Name]) -> [Name: [Name]] {
    var users: [Name: [Name]] = [:]
    for name in names {
      for mentioned in environment.names(inFormulaOf: name) { users[mentioned, default: []].append(name) }
    }
    return users
  }

  /// All names on a path from `input` to `output`, both included.
  private func onTheWay(to output: Name, from input: Name, _ users: [Name: [Name]]) -> Set<Name> {
    var found: Set<Name> = [input]
    var waiting = [input]
    while let next = waiting.popLast() {
      for user in users[next] ?? [] where found.insert(user).inserted { waiting.append(user) }
    }
    return found
  }

  /// `∂E/∂v = ∂E/∂u·∂u/∂v + …` over all `u` that mention `v`.
  private mutating func add(
    derivativeOf output: Name, by name: Name, truth: Double, _ users: [Name]
  ) throws(Fault) {
    guard let from = current(output), let to = current(name),
      derivatives[Ends(output: from, input: to)] == nil
    else { return }
    var terms: [Formula.Term] = []
    var atoms: [Formula: Int] = [:]
    for user in users {
      try addLinks(of: user)
      guard let middle = current(user) else { continue }
      var factors: [Formula.Factor] = []
      if user != output, let outer = derivatives[Ends(output: from, input: middle)] {
        let atom = Formula.derivative(of: .name(output), by: user)
        factors.append(.init(.times, atom))
        atoms[atom] = outer
      }
      let ends = Ends(output: middle, input: to)
      if let link = links[ends], !passing.contains(ends) || factors.isEmpty {
        let atom = Formula.derivative(of: .name(user), by: name)
        factors.append(.init(.times, atom))
        atoms[atom] = link
      }
      if !factors.isEmpty { terms.append(.init(.plus, .product(of: factors))) }
    }
    derivatives[Ends(output: from, input: to)] = addSlot(
      .derivative(of: .name(output), by: name), terms.isEmpty ? nil : .sum(of: terms), atoms: atoms, truth,
      .derivative)
  }

  /// Writes the links of a formula down: how it changes with each name in it.
  private mutating func addLinks(of name: Name) throws(Fault) {
    guard let from = current(name), linked.insert(from).inserted, environment[name].recording != nil else {
      return
    }
    let names = environment.names(inFormulaOf: name)
    for link in try environment.links(of: .name(name), by: names) {
      guard let to = current(link.name) else { continue }
      let formula = environment.formula(of: link, from: .name(name))
      let ends = Ends(output: from, input: to)
      let subject = Formula.derivative(of: .name(name), by: link.name)
      links[ends] = addSlot(subject, formula, atoms: [:], link.value, .link)
      if link.isOne { passing.insert(ends) }
    }
  }

  /// Whether a link is the whole derivative: what it begins with leads to its end in no other way.
  func isWhole(_ place: Int) -> Bool {
    guard case .derivative(.name(let output), let input) = sheet.slots[place].subject,
      let number = try? environment.sweptDerivatives(of: output, by: [input]).first
    else { return false }
    return abs(number - sheet.slots[place].truth) <= 1e-9 * max(1, abs(number))
  }
}
