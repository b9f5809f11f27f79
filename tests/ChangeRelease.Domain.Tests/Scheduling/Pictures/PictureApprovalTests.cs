using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.House;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling.Pictures;

/// <summary>Pictures that were looked at and found good, byte by byte; written anew with <c>UPDATE_DOCS=1</c>.</summary>
public sealed class PictureApprovalTests
{
    private static readonly string _folder = Path.Combine(Repository.Root, "tests/ChangeRelease.Domain.Tests/Scheduling/Pictures/Approved");

    private static readonly PictureSettings _settings = new(PicturedPlans.Berlin) { Title = "A week in autumn", Now = Instant.FromUtc(2026, 10, 23, 16, 0) };

    [Fact]
    public void The_timeline_of_a_small_plan_is_the_approved_one() =>
        Approve("small.svg", PlanTimeline.Svg(PicturedPlans.Small(), _settings with { Grouping = PictureGrouping.Resource, ShowsDependencies = true }));

    [Fact]
    public void The_chart_of_a_small_plan_is_the_approved_one() =>
        Approve("small.mmd", PlanGantt.Mermaid(PicturedPlans.Small(), _settings with { Grouping = PictureGrouping.Class }));

    [Fact]
    public void The_timeline_of_a_calendar_is_the_approved_one() =>
        Approve("calendar.svg", CalendarTimeline.Svg(PicturedPlans.Calendar(), PicturedPlans.Question, PicturedPlans.Week, new PictureSettings(PicturedPlans.Berlin)));

    [Fact]
    public void The_chart_of_a_calendar_is_the_approved_one() =>
        Approve("calendar.mmd", CalendarGantt.Mermaid(PicturedPlans.Calendar(), PicturedPlans.Question, PicturedPlans.Week, new PictureSettings(PicturedPlans.Berlin)));

    private static void Approve(string name, string drawn)
    {
        var file = Path.Combine(_folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, drawn);
        }

        drawn.Should().Be(File.ReadAllText(file), "it was approved as {0}", name);
    }
}
