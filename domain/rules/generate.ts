import { operandsOf, operatorOf, type Rule } from './values.ts';

/** A JavaScript expression; `isNumber` when it can give nothing else (NaN for unknown). */
interface Expression {
  code: string;
  isNumber: boolean;
}

/**
 * Writes JSONLogic as JavaScript. A verdict is 0 fail, 1 pass, 2 or 3 not evaluable, so that `x | y` joins two undecided branches.
 * Only the common operators on numbers, texts and lists are written out; everything else calls the interpreter for its part of the rule.
 * All text of a rule enters the code through JSON.stringify.
 */
export class RuleWriter {
  readonly slowRules: Rule[] = [];
  readonly #names: string[] = [];
  #temporaries = 0;

  declarations(): string {
    const facts = this.#names.map((name, index) => `const v${index} = r[${JSON.stringify(name)}];`);
    const temporaries = Array.from({ length: this.#temporaries }, (_, index) => `x${index}`);
    return [...facts, ...(temporaries.length > 0 ? [`let ${temporaries.join(', ')};`] : [])].join(' ');
  }

  verdict(rule: Rule): string {
    const operator = operatorOf(rule);
    const operands = operator === null ? [] : operandsOf(rule, operator);
    switch (operator) {
      case 'and':
        return this.#joined(operands, '0');
      case 'or':
        return this.#joined(operands, '1');
      case '!':
        return this.#withTemporary(this.verdict(operands[0]), (x) => `${x} < 2 ? 1 - ${x} : 2`);
      case '!!':
        return this.verdict(operands[0]);
      case 'if':
      case '?:':
        return this.#branches(operands);
      case 'var': {
        const name = this.#factName(rule);
        return name === null ? this.#slowVerdict(rule) : `(${name} === true ? 1 : ${name} === false ? 0 : truth(${name}))`;
      }
      case '<':
      case '<=':
      case '>':
      case '>=':
        return operands.length === 2 ? this.#ordered(operator, operands[0], operands[1]) : this.#slowVerdict(rule);
      case '==':
      case '===':
      case '!=':
      case '!==':
        return this.#equal(operator, operands[0], operands[1]) ?? this.#equal(operator, operands[1], operands[0]) ?? this.#slowVerdict(rule);
      case 'in':
        return this.#member(operands[0], operands[1]) ?? this.#slowVerdict(rule);
      default:
        return this.#slowVerdict(rule);
    }
  }

  #joined(operands: readonly Rule[], decided: '0' | '1'): string {
    const [first, ...rest] = operands;
    if (rest.length === 0) return this.verdict(first);
    const left = this.#temporary();
    const right = this.#temporary();
    return `((${left} = ${this.verdict(first)}) === ${decided} ? ${decided} : (${right} = ${this.#joined(rest, decided)}) === ${decided} ? ${decided} : ${left} | ${right})`;
  }

  #branches([condition, then, ...rest]: readonly Rule[]): string {
    const otherwise = rest.length > 1 ? this.#branches(rest) : this.verdict(rest[0]);
    return this.#withTemporary(this.verdict(condition), (x) => `${x} === 1 ? ${this.verdict(then)} : ${x} === 0 ? ${otherwise} : 2`);
  }

  #ordered(operator: '<' | '<=' | '>' | '>=', left: Rule, right: Rule): string {
    const opposite = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' }[operator];
    return this.#onNumbers(
      [left, right],
      (a, b) => `${a} ${operator} ${b} ? 1 : ${a} ${opposite} ${b} ? 0 : 2`,
      (a, b) => `compare("${operator}", ${a}, ${b})`,
    );
  }

  #equal(operator: string, fact: Rule, literal: Rule): string | null {
    const name = this.#factName(fact);
    const kind = typeof literal;
    if (name === null || literal === '' || (kind !== 'string' && kind !== 'number' && kind !== 'boolean')) return null;
    const text = JSON.stringify(literal);
    const isThere = { string: `${name} !== ""`, number: `${name} === ${name}`, boolean: 'true' }[kind];
    return `(typeof ${name} === "${kind}" && ${isThere} ? (${name} ${operator[0]}== ${text} ? 1 : 0) : compare("${operator}", ${name}, ${text}))`;
  }

  #member(needle: Rule, list: Rule): string | null {
    const inFact = this.#factName(list);
    if (inFact !== null && (typeof needle === 'string' || typeof needle === 'number') && needle !== '') {
      const text = JSON.stringify(needle);
      return `(Array.isArray(${inFact}) ? (${inFact}.indexOf(${text}) !== -1 ? 1 : 0) : compare("in", ${text}, ${inFact}))`;
    }
    const name = this.#factName(needle);
    const isPlain = Array.isArray(list) && list.every((item) => typeof item === 'string' || typeof item === 'number');
    if (name === null || !isPlain) return null;
    const any = list.map((item) => `${name} === ${JSON.stringify(item)}`).join(' || ') || 'false';
    return `(${name} === undefined || ${name} === null || ${name} === "" || ${name} !== ${name} ? 2 : ${any} ? 1 : 0)`;
  }

  #value(rule: Rule): Expression {
    if (typeof rule === 'number') return { code: JSON.stringify(rule), isNumber: true };
    const name = this.#factName(rule);
    if (name !== null) return { code: name, isNumber: false };
    const operator = operatorOf(rule) ?? '';
    const operands = operator === '' ? [] : operandsOf(rule, operator);
    if (operands.length === 2 && ['+', '-', '*', '/', '%'].includes(operator)) return { code: this.#arithmetic(operator, operands), isNumber: true };
    return { code: `slowValue(${this.#slow(rule)}, r)`, isNumber: false };
  }

  /** Any result that is not finite is unknown: `x - x` is 0 for finite numbers only. */
  #arithmetic(operator: string, operands: readonly Rule[]): string {
    const result = this.#temporary();
    return this.#onNumbers(
      operands,
      (a, b) => `(${result} = ${a} ${operator} ${b}) - ${result} === 0 ? ${result} : NaN`,
      (a, b) => `count("${operator}", ${a}, ${b})`,
    );
  }

  #onNumbers([left, right]: readonly Rule[], fast: (a: string, b: string) => string, slow: (a: string, b: string) => string): string {
    const assignments: string[] = [];
    const checks: string[] = [];
    const operand = (rule: Rule) => {
      const { code, isNumber } = this.#value(rule);
      const isSimple = /^-?[\w.]+$/.test(code);
      const name = isSimple ? code : this.#temporary();
      if (!isSimple) assignments.push(`${name} = ${code}`);
      if (!isNumber) checks.push(`typeof ${name} === "number"`);
      return name;
    };
    const a = operand(left);
    const b = operand(right);
    const chosen = checks.length > 0 ? `${checks.join(' && ')} ? (${fast(a, b)}) : ${slow(a, b)}` : fast(a, b);
    return `(${[...assignments, chosen].join(', ')})`;
  }

  /** The variable that holds a fact read once per row, or null where reading it takes more: a default, a path, a name that every object has. */
  #factName(rule: Rule): string | null {
    if (operatorOf(rule) !== 'var') return null;
    const operands = operandsOf(rule, 'var');
    const [name] = operands;
    if (operands.length !== 1 || typeof name !== 'string' || name === '' || name.includes('.') || name in Object.prototype) return null;
    if (!this.#names.includes(name)) this.#names.push(name);
    return `v${this.#names.indexOf(name)}`;
  }

  #withTemporary(code: string, use: (name: string) => string): string {
    const name = this.#temporary();
    return `(${name} = ${code}, ${use(name)})`;
  }

  #temporary(): string {
    this.#temporaries += 1;
    return `x${this.#temporaries - 1}`;
  }

  #slowVerdict(rule: Rule): string {
    return typeof rule === 'object' && rule !== null ? `slowVerdict(${this.#slow(rule)}, r)` : rule ? '1' : '0';
  }

  #slow(rule: Rule): string {
    this.slowRules.push(rule);
    return `slow[${this.slowRules.length - 1}]`;
  }
}
