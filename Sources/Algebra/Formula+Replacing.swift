extension Formula {
  /// The names in the formula, in the order of first mention, without repeats and without those inside derivatives.
  ///
  /// Those in conditions, branches and indices are among them; what an element is looked up as is not.
  public var names: [Name] {
    var names = DistinctList<Name>()
    forEachPart { part in
      if case .name(let name) = part { names.add(name) }
    }
    return names.elements
  }

  /// The numbers in the formula, in the order in which they stand, without those inside derivatives.
  public var numbers: [Number] {
    var numbers: [Number] = []
    forEachPart { part in
      if case .number(let number) = part { numbers.append(number) }
    }
    return numbers
  }

  /// The units in the formula whose numbers come from elsewhere, in the order of first mention, without repeats:
  /// derivatives, `local` ones too, and what is made of all rows of a data cell.
  public var atoms: [Formula] {
    var atoms = DistinctList<Formula>()
    forEachPart { if $0.isAtom { atoms.add($0) } }
    return atoms.elements
  }

  private var isAtom: Bool {
    switch self {
    case .derivative, .local, .overRows: true
    case .number, .name, .negation, .sum, .product, .power, .call, .element, .conditional: false
    }
  }

  /// The families of which an element is looked up, in the order of first mention, without repeats and without those
  /// inside derivatives.
  public var families: [String] {
    var families = DistinctList<String>()
    forEachPart { part in
      if case .element(let family, _) = part { families.add(family) }
    }
    return families.elements
  }

  /// What a formula mentions, each in the order of first mention, without repeats.
  public typealias Mentions = (names: [Name], atoms: [Formula], families: [String])

  /// The names, the atoms and the families of the formula, which is gone through once.
  public var mentions: Mentions {
    var names = DistinctList<Name>()
    var atoms = DistinctList<Formula>()
    var families = DistinctList<String>()
    forEachPart { part in
      switch part {
      case .name(let name): names.add(name)
      case .element(let family, _): families.add(family)
      default: if part.isAtom { atoms.add(part) }
      }
    }
    return (names.elements, atoms.elements, families.elements)
  }

  /// Whether the formula holds an `if` or a look-up, so that it may be another at other values: see `resolved`.
  public var isChanging: Bool {
    switch self {
    case .number, .name: return false
    default: break
    }
    var waiting = [self]
    while let formula = waiting.popLast() {
      switch formula {
      case .element, .conditional: return true
      case .number, .name: break
      default: waiting += formula.operands.list
      }
    }
    return false
  }
}
