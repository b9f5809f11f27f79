using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ReleasePortfolio;

/// <summary>The plan as files: a Mermaid gantt chart for pages that render it, SVG timelines for all others.</summary>
internal static class Pictures
{
    public static void Write(TextWriter to, Plan plan, string folder)
    {
        var year = new PictureSettings(Portfolio.Zone)
        {
            Title = "Kubernetes and Python over three regions, 2026",
            Grouping = PictureGrouping.Resource,
            Now = Portfolio.Year.Start,
        };
        var april = year with
        {
            Title = "April and May",
            Range = new Slot(Portfolio.Year.Start, Instant.FromUtc(2026, 5, 31, 22, 0)),
            ShowsDependencies = true,
        };

        var americas = Region.InOrder[^1];

        Directory.CreateDirectory(folder);
        Save("plan.mmd", PlanGantt.Mermaid(plan, year));
        Save("plan.svg", PlanTimeline.Svg(plan, year));
        Save("april.svg", PlanTimeline.Svg(plan, april));
        Save("americas.svg", CalendarTimeline.Svg(americas.Calendar, americas.Question, Portfolio.Year, new PictureSettings(americas.Zone)));
        to.WriteLine($"  plan.mmd, plan.svg, april.svg and americas.svg are in {folder}");

        void Save(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
    }
}
