using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One row with its destinations numbered.</summary>
internal sealed class IndexedRow
{
    private readonly IndexedOutcome[] _outcomes;
    private readonly ILookup<int, IndexedOutcome>? _byOrigin;

    public IndexedRow(Transition row, Func<State, int> number)
    {
        Transition = row;
        Requirements = row.Requirements.ToHashSet();
        _outcomes = [.. row.Outcomes.Select(outcome => new IndexedOutcome(outcome, outcome.Exit is null ? number(outcome.To) : IndexedOutcome.Elsewhere))];
        if (row.Returns)
        {
            _byOrigin = _outcomes.SelectMany(_ => _.Outcome.Origins, (outcome, origin) => (Origin: number(origin), outcome)).ToLookup(way => way.Origin, way => way.outcome);
        }
    }

    public Transition Transition { get; }

    public IReadOnlySet<RequirementRef> Requirements { get; }

    public bool Returns => _byOrigin is not null;

    public IEnumerable<int> Origins => _byOrigin?.Select(ways => ways.Key) ?? [];

    /// <summary>Where it may lead a subject that counts as having come from a state; a row that leads back leads nowhere from other origins.</summary>
    public IEnumerable<IndexedOutcome> Outcomes(int origin) => _byOrigin is null ? _outcomes : _byOrigin[origin];
}

/// <summary>An outcome, and the number of its destination unless that lies in another definition.</summary>
internal readonly record struct IndexedOutcome(Outcome Outcome, int To)
{
    public const int Elsewhere = -1;
}
