using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One row while the table is being written.</summary>
internal sealed class DraftRow<TAttempt>(State from, Trigger trigger, bool isSideDoor)
{
    private readonly List<Requirement<TAttempt>> _requirements = [];

    public State From { get; } = from;

    public Trigger Trigger { get; } = trigger;

    public bool IsSideDoor { get; } = isSideDoor;

    public Selector<TAttempt>? Selector { get; private set; }

    public ValueList<Outcome> Outcomes { get; private set; } = [];

    /// <summary>The definition an exit names, kept to verify that it has the state.</summary>
    public LifecycleDescription? ExitTable { get; private set; }

    public string Place => $"{From} on {Trigger}";

    /// <summary>Everything asked for, prerequisites first, each once.</summary>
    public IReadOnlyList<Requirement<TAttempt>> Requirements => _requirements;

    public void Leads(ValueList<Outcome> outcomes, Selector<TAttempt>? selector = null, LifecycleDescription? exitTable = null) =>
        (Outcomes, Selector, ExitTable) = (outcomes, selector, exitTable);

    public void Needs(Requirement<TAttempt> requirement)
    {
        // Left at once when known: prerequisites that are shared in layers would else be walked along every path.
        if (_requirements.Contains(requirement))
        {
            return;
        }

        foreach (var prerequisite in requirement.WaitsFor)
        {
            Needs(prerequisite);
        }

        _requirements.Add(requirement);
    }

    public Transition Describe() => new(
        From, Trigger, Outcomes, _requirements.Select(requirement => requirement.Code).ToValueList(), IsSideDoor, Selector?.Name);
}
