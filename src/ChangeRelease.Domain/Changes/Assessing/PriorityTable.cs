using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>How soon a change deserves attention, by its impact and its urgency; total, and the weight that a plan gives to each priority.</summary>
/// <remarks>It orders and weighs, and gates nothing.</remarks>
public sealed class PriorityTable
{
    private const int MostWeight = 1_000_000;
    private const string Place = "priorities";

    private static readonly ValueList<int> OrdinaryWeights = [16, 8, 4, 2, 1];

    private readonly GradeGrid<Priority> _grid;

    private PriorityTable(GradeGrid<Priority> grid, ValueList<int> weights) => (_grid, Weights) = (grid, weights);

    /// <summary>A table like those that ITIL shows: impact and urgency count alike.</summary>
    public static PriorityTable Plain { get; } = Define(
    [
        new(Grade.Low, Priority.P5, Priority.P5, Priority.P4, Priority.P3),
        new(Grade.Medium, Priority.P5, Priority.P4, Priority.P3, Priority.P2),
        new(Grade.High, Priority.P4, Priority.P3, Priority.P2, Priority.P1),
        new(Grade.Critical, Priority.P3, Priority.P2, Priority.P1, Priority.P1),
    ]);

    /// <summary>A row for each impact, with a priority for each urgency.</summary>
    public ValueList<GradeRow<Priority>> Rows => _grid.Rows;

    /// <summary>What a plan counts for each priority, from <see cref="Priority.P1"/> to <see cref="Priority.P5"/>.</summary>
    public ValueList<int> Weights { get; }

    /// <summary>Whether a higher impact or urgency has a lesser priority somewhere.</summary>
    internal bool Falls => FallsOf(_grid).Any();

    /// <summary>Builds a table.</summary>
    /// <param name="rows">A row for each impact; across stand the urgencies.</param>
    /// <param name="mayFall">Whether a higher impact or urgency may have a lesser priority; unless it is said, that is a fault.</param>
    /// <param name="weights">What a plan counts for each priority from <see cref="Priority.P1"/> to <see cref="Priority.P5"/>, 1 to 1,000,000 and falling; null for 16, 8, 4, 2, 1.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="AssessmentDefinitionException">The table has faults; it lists all of them.</exception>
    public static PriorityTable Define(ValueList<GradeRow<Priority>> rows, bool mayFall = false, ValueList<int>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (grid, counted) = (new GradeGrid<Priority>(Place, "impact", "urgency", rows), weights ?? OrdinaryWeights);
        var faults = grid.Faults(Enum.IsDefined).Concat(WeightFaults(counted)).ToValueList();
        faults = faults.Count > 0 || mayFall ? faults : FallsOf(grid).ToValueList();
        return faults.Count > 0 ? throw new AssessmentDefinitionException("priority table", faults) : new PriorityTable(grid, counted);
    }

    /// <summary>The priority of an impact and an urgency.</summary>
    /// <param name="impact">How much is touched.</param>
    /// <param name="urgency">How little it can wait.</param>
    /// <returns>The priority.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of them is no grade.</exception>
    public Priority Of(Grade impact, Grade urgency) => _grid.At(impact, urgency);

    /// <summary>The priority of what a change says: the assessed impact counts once there is one, until then the requested.</summary>
    /// <param name="content">What the change says.</param>
    /// <returns>The priority, or null when no impact or no urgency is known.</returns>
    public Priority? Of(ChangeContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return (content.Assessment?.Impact ?? content.RequestedImpact, content.Urgency) is ({ } impact, { } urgency) ? Of(impact, urgency) : null;
    }

    /// <summary>What a plan counts for a priority.</summary>
    /// <param name="priority">The priority; null when it is not known.</param>
    /// <returns>A whole number above zero; for what has no priority, the least.</returns>
    public int WeightOf(Priority? priority) => Weights[(int)(priority ?? Priority.P5) - 1];

    private static IEnumerable<AssessmentFault> FallsOf(GradeGrid<Priority> grid) => grid.Falls(priority => -(int)priority)
        .Select(fall => new AssessmentFault("assessment.priority.falls", fall.At, $"The priority falls from {fall.From} to {fall.To}; give at least {fall.From}, or say that it may fall."));

    private static IEnumerable<AssessmentFault> WeightFaults(ValueList<int> weights) => weights.Count != OrdinaryWeights.Count
        ? [new AssessmentFault("assessment.weight.count", Place, FormattableString.Invariant($"There are {weights.Count} weights; give one for each of {OrdinaryWeights.Count} priorities."))]
        : weights.Select(WeightFault).Concat(weights.Zip(weights.Skip(1), NotFalling)).OfType<AssessmentFault>();

    private static AssessmentFault? WeightFault(int weight) => weight is >= 1 and <= MostWeight
        ? null
        : new AssessmentFault("assessment.weight.out-of-range", Place, FormattableString.Invariant($"A weight is 1 to {MostWeight}, and not {weight}."));

    private static AssessmentFault? NotFalling(int before, int after) => after < before
        ? null
        : new AssessmentFault("assessment.weight.not-falling", Place, FormattableString.Invariant($"The weight {before} is followed by {after}; a lesser priority counts less."));
}
