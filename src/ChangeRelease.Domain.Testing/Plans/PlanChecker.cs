using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>Verifies plans, sharing no code with the planner: everything is looked up in the draft, and reckoned anew with instants and durations (S-54).</summary>
/// <remarks>It is immutable but for what it remembers of openings; use it from one thread.</remarks>
public sealed class PlanChecker
{
    private readonly PlanningProblem _problem;
    private readonly IDateTimeZoneProvider _zones;

    private PlanChecker(PlanningProblem problem, IDateTimeZoneProvider zones, IEnumerable<PlacedItem> previous)
    {
        (_problem, _zones) = (problem, zones);
        Reading = new ProblemReading(problem.Draft, zones, previous);
        Rules = new RuleBook(Reading);
        Reckoning = new Reckoning(Reading, Rules.Limits);
    }

    internal ProblemReading Reading { get; }

    internal RuleBook Rules { get; }

    internal Reckoning Reckoning { get; }

    /// <summary>A checker for the plans of a problem.</summary>
    /// <param name="problem">The problem; only its draft is read, and the rules of the host's own are asked that it has.</param>
    /// <param name="zones">Where the zones of limits are looked up.</param>
    /// <returns>The checker.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static PlanChecker For(PlanningProblem problem, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(zones);
        return new PlanChecker(problem, zones, []);
    }

    /// <summary>A checker for plans that were made from a plan before: items that may not move have not, and moves count.</summary>
    /// <param name="previous">Where the plan before had items; slots that start before the horizon, or off the grid, do not count.</param>
    /// <returns>The checker.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="previous"/> is null.</exception>
    public PlanChecker After(params IEnumerable<PlacedItem> previous) => new(_problem, _zones, previous.Where(placed => _problem.Find(placed.Item) is not null));

    /// <summary>A checker for plans that were made from a plan before.</summary>
    /// <param name="previous">The plan before.</param>
    /// <returns>The checker.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="previous"/> is null.</exception>
    public PlanChecker After(Plan previous)
    {
        ArgumentNullException.ThrowIfNull(previous);
        return After(previous.Items.Select(PlacedItem.Of));
    }

    /// <summary>Checks all that a plan says: placements, leftovers, score, bound, and every reason.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>Everything that is wrong with it; nothing when it is right.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public ValueList<PlanViolation> Check(Plan plan) => Check(PlanClaims.Of(plan));

    /// <summary>Checks placements from anywhere; items that are not placed are left out.</summary>
    /// <param name="placed">The placements.</param>
    /// <returns>Everything that is wrong with them; nothing when they are right.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="placed"/> is null.</exception>
    public ValueList<PlanViolation> Check(IEnumerable<PlacedItem> placed) => Check(new PlanClaims { Placed = placed.ToValueList() });

    /// <summary>Checks what is said of a plan.</summary>
    /// <param name="claims">What is said.</param>
    /// <returns>Everything that is wrong with it; nothing when it is right.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="claims"/> is null.</exception>
    public ValueList<PlanViolation> Check(PlanClaims claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var (all, found) = (new Arrangement(), new List<PlanViolation>());
        found.AddRange(new RollCheck(Reading).Of(claims));
        foreach (var placed in Known(claims.Placed))
        {
            found.AddRange(Of(placed, all));
            all.Put(placed.Item, placed.Slot);
        }

        found.AddRange(all.All.SelectMany(placed => Rules.Missing(placed.Key, all)));
        found.AddRange(ScoreCheck.Of(claims, Reckoning.Of(all)));
        found.AddRange(claims.Reasons.SelectMany(claim => new ReasonCheck(Reading, Rules).Of(claim, all)));
        return found.ToValueList();
    }

    /// <summary>Reckons what placements cost.</summary>
    /// <param name="placed">The placements; of an item that is placed twice, the first counts.</param>
    /// <returns>The score with its parts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="placed"/> is null.</exception>
    public ScoreClaim Reckon(params IEnumerable<PlacedItem> placed)
    {
        var all = new Arrangement();
        foreach (var one in Known(placed))
        {
            all.Put(one.Item, one.Slot);
        }

        return Reckoning.Of(all);
    }

    private IEnumerable<PlacedItem> Known(IEnumerable<PlacedItem> placed) =>
        placed.Where(one => Reading.Find(one.Item) is not null).DistinctBy(one => one.Item).OrderBy(one => one.Item);

    private IEnumerable<PlanViolation> Of(PlacedItem placed, Arrangement before)
    {
        var item = Reading.Of(placed.Item);
        return Rules.Of(item, placed.Slot, before).Concat(Judged(item, placed.Slot)).Concat(OfWork(placed));
    }

    // What the calendar answers with all its reasons must be what its openings say.
    private IEnumerable<PlanViolation> Judged(WorkItem item, Slot slot) => item.Times
        .Where(times => times.Calendar is { } calendar && Reading.IsOpen(times, slot) && !calendar.Judge(slot, times.Question!).IsOpen)
        .Select(times => new PlanViolation(PlanViolationCodes.TimesClosed, times.Name, [item.Id], $"{slot} is not open in {times}, when its calendar is asked."));

    private IEnumerable<PlanViolation> OfWork(PlacedItem placed) => placed.Work is { } work && work != Reading.LayoutOf(placed.Item).WorkOf(placed.Slot.Start)
        ? [new PlanViolation(PlanViolationCodes.WorkMisplaced, string.Empty, [placed.Item], $"Its work is not done in {work}, but in {Reading.LayoutOf(placed.Item).WorkOf(placed.Slot.Start)}.")]
        : [];
}
