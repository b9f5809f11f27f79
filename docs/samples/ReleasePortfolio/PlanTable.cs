using ChangeRelease.Domain.Scheduling;

namespace ReleasePortfolio;

/// <summary>The plan as a table: a line for each version, a column for each region, each on its own clock.</summary>
internal static class PlanTable
{
    private const int NameWidth = 23;
    private const int DayWidth = 12;
    private const int RegionWidth = 21;

    public static void Write(TextWriter to, Portfolio portfolio, Plan plan)
    {
        to.WriteLine(Line("version", "out on", region => region.Name));
        to.WriteLine(Line(string.Empty, string.Empty, region => region.Zone.Id));
        foreach (var version in portfolio.Versions.OrderBy(version => version.OutOn))
        {
            to.WriteLine(Line(version.Name, $"{version.OutOn:MM-dd}", region => Cell(plan, version, region)));
        }

        to.WriteLine();
        to.WriteLine($"  {plan.Items.Count} of {plan.Problem.Items.Count} rollouts are planned.");
        to.WriteLine($"  score: {plan.Score}");
        to.WriteLine("         (hard is what is left out, by priority; soft is what the rest costs: one for each half-hour of waiting, by weight)");
        to.WriteLine($"  gap:   {plan.Gap}");
    }

    private static string Cell(Plan plan, VersionOut version, Region region) =>
        !Portfolio.RegionsOf(version).Contains(region) ? "-"
        : plan.Find(Portfolio.IdOf(version, region)) is { } planned ? Clock.Show(planned.Slot.Start, region.Zone)
        : "left out";

    private static string Line(string name, string day, Func<Region, string> cell) =>
        $"  {name.PadRight(NameWidth)}{day.PadRight(DayWidth)}{string.Concat(Region.InOrder.Select(region => cell(region).PadRight(RegionWidth)))}".TrimEnd();
}
