namespace ChangeRelease.Domain.Changes;

/// <summary>Looks for a change that one row of a rule table matches and others do not: exhaustive, with bounded work.</summary>
internal sealed class RuleSearch(RuleSpace space, IReadOnlyList<RuleClause[]> rows)
{
    private const int MostWork = 3_000_000;

    private int _work;

    /// <summary>Whether the work met its bound; then what was found counts, and what was not found does not.</summary>
    public bool IsExhausted => _work > MostWork;

    /// <summary>A change that a row matches, or any when there is none to match, and that the others do not.</summary>
    public RuleCase? Find(int? matching, IEnumerable<int> others)
    {
        var values = Enumerable.Repeat(-1, space.Inputs).ToArray();
        return Solve(values, matching is { } row ? rows[row] : [], [.. others.Select(other => rows[other])]) ? space.CaseOf(values) : null;
    }

    private bool Solve(int[] values, RuleClause[] wanted, RuleClause[][] unwanted)
    {
        if (!space.IsPossible(values) || Rest(values, wanted) is not { } open)
        {
            return false;
        }

        var left = new List<RuleClause[]>(unwanted.Length);
        foreach (var row in unwanted)
        {
            if (Rest(values, row) is { } rest)
            {
                if (rest.Length == 0)
                {
                    return false;
                }

                left.Add(rest);
            }
        }

        var forced = Force(values, open, left);
        return forced.Count > 0
            ? Settle(values, forced, open, [.. left])
            : (open.Length > 0 ? open[0] : left.MinBy(row => row.Length)?[0]) is not { } clause || Branch(values, clause, open, [.. left]);
    }

    // What has one value left takes it: in the last open input of a clause wanted, and in all of the last open clause of a row that is not.
    private List<int> Force(int[] values, RuleClause[] wanted, List<RuleClause[]> unwanted)
    {
        var forced = new List<int>();
        foreach (var clause in wanted.Where(clause => clause.Holds(values) is null && Open(values, clause).Count() == 1))
        {
            var only = Open(values, clause).First();
            Force(values, only.Input, only.Allowed, forced);
        }

        foreach (var literal in unwanted.Where(row => row.Length == 1).SelectMany(row => Open(values, row[0])))
        {
            Force(values, literal.Input, ~literal.Allowed & (ulong.MaxValue >> (64 - space.SizeOf(literal.Input))), forced);
        }

        return forced;
    }

    private static IEnumerable<RuleLiteral> Open(int[] values, RuleClause clause) => clause.AnyOf.Where(literal => values[literal.Input] < 0);

    private static void Force(int[] values, int input, ulong left, List<int> forced)
    {
        if (values[input] < 0 && ulong.IsPow2(left))
        {
            values[input] = System.Numerics.BitOperations.TrailingZeroCount(left);
            forced.Add(input);
        }
    }

    private bool Settle(int[] values, List<int> forced, RuleClause[] wanted, RuleClause[][] unwanted)
    {
        if (!IsExhausted && Solve(values, wanted, unwanted))
        {
            return true;
        }

        forced.ForEach(input => values[input] = -1);
        return false;
    }

    private bool Branch(int[] values, RuleClause clause, RuleClause[] wanted, RuleClause[][] unwanted)
    {
        var input = Array.Find(clause.AnyOf, literal => values[literal.Input] < 0).Input;
        for (var value = 0; value < space.SizeOf(input) && !IsExhausted; value++)
        {
            values[input] = value;
            if (Solve(values, wanted, unwanted))
            {
                return true;
            }
        }

        values[input] = -1;
        return false;
    }

    // The clauses that are still open; null when one does not hold, so that the row cannot match.
    private RuleClause[]? Rest(int[] values, RuleClause[] clauses)
    {
        var open = new List<RuleClause>(clauses.Length);
        foreach (var clause in clauses)
        {
            _work += clause.AnyOf.Length;
            switch (clause.Holds(values))
            {
                case false: return null;
                case null: open.Add(clause); break;
                default: break;
            }
        }

        return [.. open];
    }
}
