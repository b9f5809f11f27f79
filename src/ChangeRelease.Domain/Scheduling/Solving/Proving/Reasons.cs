namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Asks whatever raised a bound for the bounds from which it followed.</summary>
internal sealed class Reasons(Model model, ClauseStore clauses)
{
    /// <summary>Adds the bounds from which a bound followed; they all held before the entry that made it true.</summary>
    /// <param name="bound">The bound; it may say less than the entry does.</param>
    /// <param name="entry">The entry that made it true.</param>
    /// <param name="at">Where it is on the trail.</param>
    /// <param name="reason">Takes the bounds.</param>
    public void Explain(Bound bound, in TrailEntry entry, int at, List<Bound> reason)
    {
        switch (entry.Cause)
        {
            case Cause.Gap:
                reason.Add(model.Gaps.Explain(bound.View, bound.Value));
                break;
            case Cause.Distance:
                model.Arcs.Explain(entry.Detail, bound.Value, reason);
                break;
            case Cause.Excluded:
                model.Arcs.ExplainExclusion(entry.Detail, at, reason);
                break;
            case Cause.Clause:
                clauses.Explain(entry.Detail, bound.View, reason);
                break;
            case Cause.Load:
                model.Tables[model.Loads[entry.Detail].Resource]!.Explain(entry.Detail, entry.Moment, bound.View, at, reason);
                break;
            case Cause.Overload:
                model.Tables[entry.Detail]!.ExplainOverload(entry.Moment, at, reason);
                break;
            case Cause.Cost:
                model.Cost.Explain(bound.View, bound.Value, at, reason);
                break;
        }
    }
}
