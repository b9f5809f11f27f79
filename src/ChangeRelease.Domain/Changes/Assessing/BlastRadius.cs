using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>How great the risk is, by the services that depend, directly or through others, on those a change affects.</summary>
/// <param name="Scale">Grades the sum of their weights.</param>
public sealed record BlastRadius(GradeScale Scale)
{
    private const int MostNamed = 10;
    private const long MostWeight = (long)ServiceGraph.MostServices * ServiceGraph.MostWeight;

    internal RiskContribution Voice(ServiceGraph graph, ValueList<ServiceId> affected)
    {
        var reach = graph.Reach(affected, enough: Scale.Last ?? 1);
        return new RiskContribution(RiskSource.BlastRadius, Scale.For(reach.Weight), Told(reach));
    }

    internal IEnumerable<AssessmentFault> Faults() => Scale.Faults("blast radius", 0, MostWeight);

    private static string Told(ServiceReach reach)
    {
        var (named, more) = (reach.Services.Take(MostNamed), reach.Services.Count - MostNamed);
        var (services, depend) = reach.Services.Count == 1 ? ("service", "depends") : ("services", "depend");
        return reach.Services.Count == 0
            ? "no other service depends on what it affects"
            : FormattableString.Invariant($"{(reach.IsWhole ? string.Empty : "at least ")}{reach.Services.Count} {services} of weight {reach.Weight} {depend} on what it affects: {string.Join(", ", named)}{(more > 0 ? FormattableString.Invariant($" and {more} more") : string.Empty)}");
    }
}
