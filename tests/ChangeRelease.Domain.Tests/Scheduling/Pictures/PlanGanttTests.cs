using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling.Pictures;

public sealed class PlanGanttTests
{
    private static readonly PictureSettings _settings = new(PicturedPlans.Berlin);

    [Fact]
    public void Every_placement_is_a_task_on_the_clock_that_was_named()
    {
        var plan = PicturedPlans.Small();
        var chart = GanttText.Read(PlanGantt.Mermaid(plan, _settings));

        chart.Tasks.Take(3).Select(task => (task.Name, task.Start, task.Length)).Should().Equal(
            plan.Items.Select(item => (item.Item.Id.Value, item.Slot.Start.InZone(PicturedPlans.Berlin).LocalDateTime, item.Slot.Length)));
        chart.Tasks[1].Length.Should().Be(Duration.FromHours(3), "what passes is told, whatever the clock does meanwhile");
        chart.Title.Should().Be("Plan, 2026-10-23 00:00 to 2026-10-30 00:00, Europe/Berlin, 3 of 4 planned");
    }

    [Fact]
    public void Freezes_closures_and_what_is_left_out_have_sections_of_their_own()
    {
        var chart = GanttText.Read(PlanGantt.Mermaid(PicturedPlans.Small(), _settings with { Now = Instant.FromUtc(2026, 10, 24, 0, 0) }));

        chart.Sections.Should().Equal("Now", "Planned", "Frozen and closed", "Left out");
        chart.Tasks.Select(task => (task.Name, task.Tags)).Should().Equal(
            ("now", "milestone, "), ("REL-1", ""), ("REL-2", "active, "), ("REL-3", ""), ("Books", "crit, "), ("network audit", "crit, "), ("REL-4", "milestone, "));
    }

    [Fact]
    public void What_would_be_too_thin_to_see_is_a_milestone()
    {
        var year = new Slot(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0));

        GanttText.Read(PlanGantt.Mermaid(PicturedPlans.Many(3, year), _settings)).Tasks.Should().HaveCount(3)
            .And.OnlyContain(task => task.Tags == "milestone, " && task.Length == Duration.FromMinutes(1));
    }

    [Fact]
    public void Of_too_many_items_the_title_says_how_many_are_not_drawn()
    {
        var chart = GanttText.Read(PlanGantt.Mermaid(PicturedPlans.Small(), _settings with { Most = 1 }));

        chart.Tasks.Select(task => task.Name).Should().StartWith("REL-1").And.NotContain("REL-2");
        chart.Title.Should().EndWith("3 of 4 planned. 2 more planned items are not drawn.");
    }

    [Fact]
    public void A_plan_of_nothing_is_a_chart() => GanttText.Read(PlanGantt.Mermaid(PicturedPlans.Many(0, PicturedPlans.Week), _settings)).Tasks.Should().BeEmpty();

    [Fact]
    public void A_calendar_shows_its_windows_and_freezes()
    {
        var chart = GanttText.Read(CalendarGantt.Mermaid(PicturedPlans.Calendar(), PicturedPlans.Question, PicturedPlans.Week, _settings));

        chart.Title.Should().StartWith("web, ").And.EndWith("payments in production");
        chart.Tasks.Select(task => (task.Name, task.Start)).Should().Equal(
            ("Working days", new LocalDateTime(2026, 10, 23, 9, 0)),
            ("Working days", new LocalDateTime(2026, 10, 26, 9, 0)),
            ("Working days", new LocalDateTime(2026, 10, 28, 9, 0)),
            ("Books", new LocalDateTime(2026, 10, 26, 0, 0)));
    }
}
