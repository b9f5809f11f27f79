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

    /// <summary>The question where the subject came from, when the row leads back; its ways are the outcomes.</summary>
    public OriginSelector<TAttempt>? Origin { get; private set; }

    public ValueList<Outcome> Outcomes { get; private set; } = [];

    /// <summary>The definition an exit names, kept to verify that it has the state, and to prove what happens there.</summary>
    public Lifecycle<TAttempt>? ExitTable { get; private set; }

    public string Place => $"{From} on {Trigger}";

    /// <summary>Everything asked for, prerequisites first, each once.</summary>
    public IReadOnlyList<Requirement<TAttempt>> Requirements => _requirements;

    public void Leads(ValueList<Outcome> outcomes, Selector<TAttempt>? selector = null, Lifecycle<TAttempt>? exitTable = null) =>
        (Outcomes, Selector, ExitTable) = (outcomes, selector, exitTable);

    public void Returns(OriginSelector<TAttempt> origin, ValueList<Way> ways)
    {
        Origin = origin;
        LeadBack(ways.Select(way => new Outcome(way.To.Name, way.To, null) { Origins = way.Origins }));
    }

    /// <summary>Says for one case, or for all, from where the subject may count as having come.</summary>
    public void ComesFrom(string? answer, ValueList<State> states) => Outcomes = Outcomes
        .Select(outcome => answer is null || string.Equals(outcome.Case, answer, StringComparison.Ordinal) ? outcome with { ComesFrom = outcome.ComesFrom.With(states) } : outcome)
        .ToValueList();

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
        From, Trigger, Outcomes, _requirements.Select(requirement => requirement.Reference).ToValueList(), IsSideDoor, Selector?.Name);

    /// <summary>Leads elsewhere what led to a state; stays are left as they are.</summary>
    /// <returns>Whether anything did.</returns>
    public bool Redirect(State from, State to)
    {
        // Most rows lead elsewhere; nothing is made anew for them.
        if (From == from || from == to || !Outcomes.Any(outcome => outcome.Exit is null && outcome.To == from))
        {
            return false;
        }

        Outcomes = Outcomes.Select(outcome => outcome.Exit is null && outcome.To == from ? outcome with { To = to } : outcome).ToValueList();
        return true;
    }

    /// <summary>Adds a way back for each state that has none.</summary>
    public void AddWays(IEnumerable<State> states) => LeadBack(Outcomes.With(states
        .Where(state => !Outcomes.Any(outcome => outcome.Origins.Contains(state)))
        .Select(state => new Outcome(state.Name, state, null) { Origins = [state] })));

    /// <summary>Takes out the ways back to states that are gone, and of those who came from them.</summary>
    public void RemoveWays(IReadOnlySet<State> gone) => LeadBack(Outcomes
        .Where(outcome => !gone.Contains(outcome.To))
        .Select(outcome => outcome with { Origins = outcome.Origins.Where(state => !gone.Contains(state)).ToValueList() })
        .Where(outcome => outcome.Origins.Count > 0));

    /// <summary>The same row, to be changed in another table; of another state, a stay stays there.</summary>
    public DraftRow<TAttempt> Copy(State? from = null)
    {
        var outcomes = from is null ? Outcomes : Outcomes.Select(outcome => outcome.Exit is null && outcome.To == From ? outcome with { To = from } : outcome).ToValueList();
        var copy = new DraftRow<TAttempt>(from ?? From, Trigger, IsSideDoor) { Selector = Selector, Origin = Origin, Outcomes = outcomes, ExitTable = ExitTable };
        copy._requirements.AddRange(_requirements);
        return copy;
    }

    // The question answers by the ways that there are; what else an outcome says stays with it.
    private void LeadBack(IEnumerable<Outcome> outcomes)
    {
        Outcomes = outcomes.ToValueList();
        Selector = Origin!.For(Outcomes.Select(outcome => new Way(outcome.To, outcome.Origins)).ToValueList());
    }
}
