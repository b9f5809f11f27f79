using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>All hard rules of a problem.</summary>
internal sealed class RuleBook
{
    private readonly IPlacementCheck[] _checks;
    private readonly PrecedenceCheck _precedences;

    public RuleBook(ProblemReading problem)
    {
        (Limits, _precedences) = (new LimitCheck(problem), new PrecedenceCheck(problem));
        _checks = [new SlotCheck(problem), new OpeningCheck(problem), new ResourceCheck(problem), _precedences, new ExclusionCheck(problem), Limits, new HostRuleCheck(problem)];
    }

    public LimitCheck Limits { get; }

    /// <summary>What an item breaks in a slot, beside others that are in theirs; that something it depends on is missing does not count.</summary>
    public IEnumerable<PlanViolation> Of(WorkItem item, Slot slot, Arrangement others) => _checks.SelectMany(check => check.Of(item, slot, others));

    /// <summary>What an item depends on and is not there.</summary>
    public IEnumerable<PlanViolation> Missing(WorkItemId item, Arrangement all) => _precedences.Missing(item, all);
}
