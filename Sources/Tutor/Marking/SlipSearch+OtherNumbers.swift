import Algebra
import Transcript

// Numbers that are right elsewhere: those of other names, and those of other times.

extension SlipSearch {
  /// So many names are tried in the place of one.
  private static let maxNames = 60

  /// With another name in the place of one: one that is called alike, as w7 and w5 are, or any other given number.
  func otherNames(in whole: Whole, alike: Bool) -> [Way] {
    guard whole.formula.size <= Self.maxParts else { return [] }
    let transposed = whole.formula.replacingNames { name in
      name.transposed.flatMap { sheet.slot(of: $0, before: place) == nil ? nil : .name($0) }
    }
    var ways: [Way] = []
    if transposed != whole.formula {
      ways.append(
        Way(
          kind: .transposed, value: value(of: transposed, whole.atoms),
          words: [.words("is what comes out with the indices the other way round")]))
    }
    for name in whole.formula.names {
      for other in others(than: name) where (other.letters == name.letters) == alike {
        let replaced = whole.formula.replacingNames { $0 == name ? .name(other) : nil }
        ways.append(
          Way(
            kind: .otherName, value: value(of: replaced, whole.atoms),
            words: [
              .words("is what comes out with"), .formula(.name(other)), .words("in place of"),
              .formula(.name(name)),
            ]))
      }
    }
    for atom in whole.formula.atoms where (whole.atoms[atom].map { sheet.slots[$0].kind } == .link) != alike {
      for (other, otherPlace) in otherAtoms(than: atom) {
        var atoms = whole.atoms
        atoms[atom] = otherPlace
        ways.append(
          Way(
            kind: .otherName, value: value(of: whole.formula, atoms),
            words: [
              .words("is what comes out with"), .formula(other), .words("in place of"), .formula(atom),
            ]))
      }
    }
    return ways
  }

  /// The names of the same kind that are known there.
  private func others(than name: Name) -> [Name] {
    guard let own = sheet.slot(of: name, before: place) else { return [] }
    let letters = name.letters
    let known = sheet.slots[..<place].indices.reversed().compactMap { index -> Name? in
      guard case .name(let other) = sheet.slots[index].subject, other != name,
        sheet.slot(of: other, before: place) == index
      else { return nil }
      let isAlike =
        other.letters == letters
        || sheet.slots[index].kind == .given
          && sheet.slots[own].kind == .given
      return isAlike ? other : nil
    }.reversed()
    // Those that are called alike are the likelier ones.
    let alike = known.filter { $0.letters == letters }
    return Array((alike + known.filter { $0.letters != letters }).prefix(Self.maxNames))
  }

  /// Derivatives of the same value by others, or of others by the same.
  private func otherAtoms(than atom: Formula) -> [(Formula, Int)] {
    guard case .derivative(let output, let input) = atom else { return [] }
    var found: [(Formula, Int)] = []
    for index in sheet.slots[..<place].indices.reversed() {
      guard case .derivative(let otherOutput, let otherInput) = sheet.slots[index].subject,
        otherOutput == output && otherInput.letters == input.letters || otherInput == input,
        sheet.slots[index].subject != atom
      else { continue }
      found.append((sheet.slots[index].subject, index))
      if found.count == Self.maxNames { break }
    }
    return found.reversed()
  }

  /// With a name as it is later, or as it was before.
  func otherTimes(in whole: Whole) -> [Way] {
    let names = whole.formula.names
    var ways: [Way] = []
    let later = names.filter { laterPlace(of: $0) != nil }
    for changed in [later] + (later.count > 1 ? later.map { [$0] } : []) where !changed.isEmpty {
      let number = whole.formula.value(
        of: { name in
          if changed.contains(name), let later = laterPlace(of: name) { return lateValue(later) }
          return sheet.slot(of: name, before: place).map { carried[$0] } ?? .nan
        }, atoms: { whole.atoms[$0].map { carried[$0] } ?? .nan }
      ).value
      ways.append(
        Way(
          kind: .updatedEarly, value: number,
          words: [.words("is what comes out with")] + changed.phrases + [.words("already updated")]))
    }
    let earlier = names.filter { earlierPlace(of: $0) != nil }
    for changed in [earlier] + (earlier.count > 1 ? earlier.map { [$0] } : []) where !changed.isEmpty {
      let number = whole.formula.value(
        of: { name in
          let own = sheet.slot(of: name, before: place)
          return (changed.contains(name) ? earlierPlace(of: name) : own).map { carried[$0] } ?? .nan
        }, atoms: { whole.atoms[$0].map { carried[$0] } ?? .nan }
      ).value
      ways.append(
        Way(
          kind: .notUpdated, value: number,
          words: [.words("is what comes out with")] + changed.phrases + [.words("not yet updated")]))
    }
    return ways
  }

  private func laterPlace(of name: Name) -> Int? {
    sheet.versions[name]?.first { $0 > place && sheet.slots[$0].kind == .step }
  }

  private func earlierPlace(of name: Name) -> Int? {
    sheet.versions[name]?.filter { $0 < place }.dropLast().last
  }

  /// The number of a slot that comes later: the one that was handed in, or the lesson's.
  private func lateValue(_ place: Int) -> Double { handed[place]?.value ?? sheet.slots[place].truth }
}

extension Name {
  /// The letters with which it begins: `w` of `w5`, `out_h` of `out_h1`, `W` of `W[1,2]`.
  fileprivate var letters: Substring { text.prefix { !$0.isNumber && $0 != "[" } }

  /// The element whose two indices are the other way round.
  fileprivate var transposed: Name? {
    guard text.last == "]", let bracket = text.firstIndex(of: "[") else { return nil }
    let indices = text[text.index(after: bracket)...].dropLast().split(separator: ",").compactMap { Int($0) }
    guard indices.count == 2, indices[0] != indices[1] else { return nil }
    return Name(String(text[..<bracket]), [indices[1], indices[0]])
  }
}

extension [Name] {
  /// `w1, w2, w3 and 5 more`
  fileprivate var phrases: [Phrase] {
    let told = prefix(count > 4 ? 3 : 4).enumerated().flatMap { index, name -> [Phrase] in
      index == 0 ? [.formula(.name(name))] : [.words(","), .formula(.name(name))]
    }
    return count > 4 ? told + [.words("and \(count - 3) more")] : told
  }
}
