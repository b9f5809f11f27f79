using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>Whether what is said to be in the way of an item is in its way, at every start that is meant.</summary>
/// <remarks>Of a long stretch some two hundred starts are tried, the first and the last among them.</remarks>
internal sealed class ReasonCheck(ProblemReading problem, RuleBook rules)
{
    private const int MostTried = 200;

    public IEnumerable<PlanViolation> Of(ReasonClaim claim, Arrangement all)
    {
        if (problem.Find(claim.Item) is not { } item)
        {
            return [new PlanViolation(PlanViolationCodes.ItemUnknown, string.Empty, [claim.Item], $"The problem has no item '{claim.Item}'.")];
        }

        var slot = all.Find(item.Id);
        all.Take(item.Id);
        PlanViolation[] found = [.. OutOfOrder(claim), .. Untold(item, claim, slot), .. claim.Obstacles.Select(obstacle => Untrue(item, obstacle, all)).OfType<PlanViolation>()];
        if (slot is not null)
        {
            all.Put(item.Id, slot);
        }

        return found;
    }

    private static IEnumerable<PlanViolation> OutOfOrder(ReasonClaim claim) => claim.Obstacles.Zip(claim.Obstacles.Skip(1))
        .Where(pair => pair.Second.Span.Start < pair.First.Span.End)
        .Select(pair => new PlanViolation(PlanViolationCodes.ReasonOutOfOrder, pair.Second.Name, [claim.Item], $"{claim.Item}: {pair.Second.Span} does not come after {pair.First.Span}."));

    private IEnumerable<PlanViolation> Untold(WorkItem item, ReasonClaim claim, Slot? slot)
    {
        var (next, until) = (problem.FirstOf(item), slot?.Start ?? LastOf(item) + problem.Draft.Grid);
        var isWhole = claim.Obstacles.Count < PlanObstacle.MostTold;
        foreach (var span in claim.Obstacles.Select(obstacle => obstacle.Span))
        {
            if (next < problem.Grid.AtOrAfter(span.Start) && next < until)
            {
                yield return Missing(next);
            }

            next = Instant.Max(next, problem.Grid.AtOrAfter(span.End));
        }

        if ((next < until && isWhole) || (slot is null && claim.Obstacles.Count == 0))
        {
            yield return Missing(next);
        }

        PlanViolation Missing(Instant at) => new(PlanViolationCodes.ReasonMissing, string.Empty, [item.Id], $"Nothing says why {item.Id} does not start at {at.ToText()}.");
    }

    private Instant LastOf(WorkItem item) => problem.Grid.AtOrBefore(problem.Draft.Horizon.End) - problem.LayoutOf(item.Id).Total;

    private PlanViolation? Untrue(WorkItem item, ObstacleClaim obstacle, Arrangement others)
    {
        foreach (var start in problem.Grid.Points(obstacle.Span, MostTried))
        {
            var broken = rules.Of(item, problem.LayoutOf(item.Id).From(start), others).Concat(rules.Missing(item.Id, others)).ToList();
            if (obstacle.Kind == PlanObstacleKind.Free ? broken.Count > 0 : !broken.Exists(violation => Says(obstacle, violation, start)))
            {
                return new PlanViolation(PlanViolationCodes.ReasonUntrue, obstacle.Name, [item.Id], $"{item.Id}: {obstacle} is not so at {start.ToText()}, where {Told(broken)}.");
            }
        }

        return null;
    }

    private static string Told(List<PlanViolation> broken) => broken.Count == 0 ? "nothing is in the way" : string.Join("; ", broken);

    // Those in the way are named for the first start; later they may be others.
    private static bool Says(ObstacleClaim obstacle, PlanViolation violation, Instant start) =>
        CodesOf(obstacle.Kind).Contains(violation.Code)
        && (obstacle.Name.Length == 0 || obstacle.Name == violation.Name)
        && (obstacle.Items.Count == 0 || start != obstacle.Span.Start || obstacle.Items.Any(violation.Items.Skip(1).Contains));

    private static string[] CodesOf(PlanObstacleKind kind) => kind switch
    {
        PlanObstacleKind.DependencyLeftOut => [PlanViolationCodes.DependencyLeftOut],
        PlanObstacleKind.DemandTooGreat or PlanObstacleKind.ResourceBusy => [PlanViolationCodes.ResourceOverCapacity],
        PlanObstacleKind.TooLong => [PlanViolationCodes.SlotOutsideHorizon],
        PlanObstacleKind.Fixed => [PlanViolationCodes.StartNotFixed, PlanViolationCodes.StartMoved],
        PlanObstacleKind.TooLate => [PlanViolationCodes.EndTooLate, PlanViolationCodes.SlotOutsideHorizon, PlanViolationCodes.StartTooEarly],
        PlanObstacleKind.Dependency => [PlanViolationCodes.PrecedenceTooClose, PlanViolationCodes.PrecedenceTooFar],
        PlanObstacleKind.Closed or PlanObstacleKind.Frozen => [PlanViolationCodes.TimesClosed],
        PlanObstacleKind.Closure => [PlanViolationCodes.ClosureOverlapped],
        PlanObstacleKind.ResourceAway => [PlanViolationCodes.ResourceAway],
        PlanObstacleKind.Excluded => [PlanViolationCodes.ExclusionOverlapped],
        PlanObstacleKind.LimitReached => [PlanViolationCodes.LimitExceeded],
        PlanObstacleKind.Rule => [PlanViolationCodes.RuleBroken],
        _ => [],
    };
}
