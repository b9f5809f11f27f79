namespace ChangeRelease.Domain.Changes;

/// <summary>That one of some inputs has one of some values: a row of a rule table matches where all of its clauses hold.</summary>
internal sealed record RuleClause(params RuleLiteral[] AnyOf)
{
    /// <summary>Whether it holds; null as long as inputs are open that decide it.</summary>
    public bool? Holds(int[] values)
    {
        bool? holds = false;
        foreach (var literal in AnyOf)
        {
            if (values[literal.Input] < 0)
            {
                holds = null;
            }
            else if (((literal.Allowed >> values[literal.Input]) & 1) == 1)
            {
                return true;
            }
        }

        return holds;
    }
}

/// <summary>That an input has one of some values: the bits that are set.</summary>
internal readonly record struct RuleLiteral(int Input, ulong Allowed);
