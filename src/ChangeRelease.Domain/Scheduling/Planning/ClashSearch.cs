using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Looks for a small set of items and demands that have no plan: takes away what can be taken away while it is still proved that there is none.</summary>
internal sealed class ClashSearch(PlanningProblem problem, PlannerOptions options, CancellationToken cancellation)
{
    private bool _isMinimal = true;

    /// <returns>The clash; null when there is a plan of everything, or it is not proved that there is none.</returns>
    public PlanningClash? Run()
    {
        if (!IsInfeasible(problem.Draft))
        {
            return null;
        }

        var items = Reduced(problem.Items, kept => Only(problem.Draft, kept.Select(item => item.Id).ToHashSet())).ToValueList();
        var draft = Only(problem.Draft, items.Select(item => item.Id).ToHashSet());
        var all = PlanningConstraints.Of(draft).ToList();
        var constraints = Reduced(all, kept => Lifted(draft, all.Except(kept)));
        return new PlanningClash(items.Select(item => item.Id).ToValueList(), constraints.ToValueList(), _isMinimal, Relaxations(constraints).ToValueList());
    }

    /// <summary>The part of a problem that is about some items.</summary>
    private static PlanningDraft Only(PlanningDraft draft, HashSet<WorkItemId> items)
    {
        var demanded = draft.Items.Where(item => items.Contains(item.Id)).SelectMany(item => item.Demands).Select(demand => demand.Resource).ToHashSet();
        return draft with
        {
            Items = draft.Items.Where(item => items.Contains(item.Id)).ToValueList(),
            Resources = draft.Resources.Where(resource => demanded.Contains(resource.Id)).ToValueList(),
            Precedences = draft.Precedences.Where(precedence => items.Contains(precedence.First) && items.Contains(precedence.Second)).ToValueList(),
            Exclusions = draft.Exclusions.Select(exclusion => exclusion with { Items = exclusion.Items.Where(items.Contains).ToValueList() }).Where(exclusion => exclusion.Items.Count > 1).ToValueList(),
            Closures = draft.Closures.Where(closure => closure.Items.Count + closure.Resources.Count == 0 || closure.Items.Any(items.Contains) || closure.Resources.Any(demanded.Contains))
                .Select(closure => closure with { Items = closure.Items.Where(items.Contains).ToValueList(), Resources = closure.Resources.Where(demanded.Contains).ToValueList() }).ToValueList(),
        };
    }

    private static PlanningDraft Lifted(PlanningDraft draft, IEnumerable<PlanningConstraint> constraints) => constraints.Aggregate(draft, (left, constraint) => constraint.Without(left));

    /// <summary>Takes away halves, quarters and so on, and single ones in the end, as long as there is still no plan.</summary>
    private List<T> Reduced<T>(IReadOnlyList<T> all, Func<List<T>, PlanningDraft> draftOf)
    {
        var kept = all.ToList();
        for (var size = Math.Max(1, kept.Count / 2); ; size /= 2)
        {
            for (var from = 0; from < kept.Count && !cancellation.IsCancellationRequested;)
            {
                var fewer = kept.Take(from).Concat(kept.Skip(from + size)).ToList();
                if (fewer.Count < kept.Count && IsInfeasible(draftOf(fewer), isLast: size == 1))
                {
                    kept = fewer;
                }
                else
                {
                    from += size;
                }
            }

            if (size <= 1)
            {
                _isMinimal &= !cancellation.IsCancellationRequested;
                return kept;
            }
        }
    }

    private IEnumerable<PlanningRelaxation> Relaxations(IEnumerable<PlanningConstraint> constraints)
    {
        var before = Planner.Plan(problem, options, cancellation: cancellation).Score.Hard;
        foreach (var constraint in constraints)
        {
            var plan = Planner.Plan(problem.With(constraint.Without), options, cancellation: cancellation);
            if (plan.Score.Hard < before)
            {
                yield return new PlanningRelaxation(constraint, plan);
            }
        }
    }

    private bool IsInfeasible(PlanningDraft draft, bool isLast = false)
    {
        var plan = Planner.Plan(problem.With(_ => draft), options with { WholeIsEnough = true }, cancellation: cancellation);
        _isMinimal &= !isLast || plan.IsComplete || plan.IsInfeasible;
        return plan.IsInfeasible;
    }
}
