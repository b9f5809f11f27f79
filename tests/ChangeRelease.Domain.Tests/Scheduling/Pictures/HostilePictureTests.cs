using System.Globalization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling.Pictures;

/// <summary>No name changes a picture (P18), and no machine either (P1).</summary>
public sealed class HostilePictureTests
{
    private static readonly PictureSettings _settings = new(PicturedPlans.Berlin) { Now = Instant.FromUtc(2026, 10, 23, 16, 0), ShowsDependencies = true };

    // Commands of Mermaid's gantt charts, and what ends or opens something in XML.
    private static readonly string[] _more =
    [
        "title", "section", "dateFormat X", "axisFormat %d", "todayMarker off", "click a href \"x\"", "call b()", "2026-10-23", "12", "excludes weekends", "a:done, t0, 1d", "]]>", "<![CDATA[", "<!--", "-->", "</svg>",
        "</title><script>alert(1)</script>", "<?x?>", "&lt;", "&#0;", "&nope;", "\"onload=\"x", "%%{init: {}}%%", "a%%b", "a,b", "a/b", "\uffff", "\ufdd0", "\U0010ffff", "t0", "milestone, x", "gantt",
    ];

    public static IEnumerable<string> Names => HostileNames.All.Concat(_more.SelectMany(name => (string[])[name, $" {name} b"]));

    [Fact]
    public void A_timeline_has_the_same_elements_whatever_the_names_are()
    {
        foreach (var grouping in Enum.GetValues<PictureGrouping>())
        {
            var settings = _settings with { Grouping = grouping };
            var plain = new SvgPicture(PlanTimeline.Svg(PicturedPlans.Small(), settings with { Title = "plain" })).Shape;
            foreach (var name in Names)
            {
                var picture = new SvgPicture(PlanTimeline.Svg(PicturedPlans.Small($"x{name}x"), settings with { Title = name }));

                picture.Shape.Should().Equal(plain, "'{0}' is text", name);
                picture.Title.Should().Be(Legal(string.IsNullOrWhiteSpace(name) ? "Plan" : Canonical(name)));
                picture.Tips.Should().Contain([Legal($"REL-1x{name}x"), Legal($"REL-3x{name}x"), Legal(Canonical($"Booksx{name}x"))]);
            }
        }
    }

    [Fact]
    public void A_chart_has_the_same_lines_whatever_the_names_are()
    {
        var plain = GanttText.Read(PlanGantt.Mermaid(PicturedPlans.Small(), _settings with { Grouping = PictureGrouping.Resource }));
        foreach (var name in Names)
        {
            var chart = GanttText.Read(PlanGantt.Mermaid(PicturedPlans.Small($"x{name}x"), _settings with { Title = name, Grouping = PictureGrouping.Resource }));

            chart.Tasks.Select(task => task with { Name = string.Empty }).Should().Equal(plain.Tasks.Select(task => task with { Name = string.Empty }));
            chart.Tasks.Select(task => task.Name).Should().Contain([$"REL-1x{name}x", Canonical($"Booksx{name}x")]);
            chart.Sections.Should().HaveSameCount(plain.Sections).And.Contain($"paymentsx{name}x");
        }
    }

    [Fact]
    public void A_name_may_begin_with_anything()
    {
        foreach (var name in Names.Append("\ufffe").Select(name => name.Trim()).Where(name => name.Length > 0))
        {
            GanttText.Read(PlanGantt.Mermaid(PicturedPlans.One(name, PicturedPlans.Week), _settings)).Tasks.Select(task => task.Name).Should().Equal("now", name);
            new SvgPicture(PlanTimeline.Svg(PicturedPlans.One(name, PicturedPlans.Week), _settings)).Bars.Single().Name.Should().Be(Legal(name));
        }
    }

    [Fact]
    public void A_calendar_has_the_same_elements_whatever_the_names_are()
    {
        var plain = new SvgPicture(CalendarTimeline.Svg(PicturedPlans.Calendar(), PicturedPlans.Question, PicturedPlans.Week, _settings)).Shape;
        foreach (var name in Names)
        {
            var calendar = PicturedPlans.Calendar($"x{name}x");

            new SvgPicture(CalendarTimeline.Svg(calendar, PicturedPlans.Question, PicturedPlans.Week, _settings)).Shape.Should().Equal(plain);
            GanttText.Read(CalendarGantt.Mermaid(calendar, PicturedPlans.Question, PicturedPlans.Week, _settings)).Tasks.Should().HaveCount(5);
        }
    }

    [Fact]
    public void Pictures_are_the_same_under_every_culture()
    {
        var here = Everything();
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { Odd(), CultureInfo.GetCultureInfo("ar-SA"), CultureInfo.GetCultureInfo("fa-IR"), CultureInfo.GetCultureInfo("th-TH"), CultureInfo.GetCultureInfo("tr-TR"), CultureInfo.GetCultureInfo("sv-SE") })
            {
                CultureInfo.CurrentCulture = culture;
                Everything().Should().Equal(here, "{0} is but a way to show things", culture.Name);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string[] Everything()
    {
        var (plan, many) = (PicturedPlans.Small(), PicturedPlans.Many(1_600, new Slot(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0))));
        return
        [
            PlanTimeline.Svg(plan, _settings), PlanGantt.Mermaid(plan, _settings), PlanTimeline.Svg(many, _settings), PlanGantt.Mermaid(many, _settings),
            CalendarTimeline.Svg(PicturedPlans.Calendar(), PicturedPlans.Question, PicturedPlans.Week, _settings), CalendarGantt.Mermaid(PicturedPlans.Calendar(), PicturedPlans.Question, PicturedPlans.Week, _settings),
        ];
    }

    private static CultureInfo Odd()
    {
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "minus";
        odd.NumberFormat.NumberDecimalSeparator = ";";
        odd.NumberFormat.NumberGroupSeparator = "|";
        odd.DateTimeFormat.TimeSeparator = "<";
        odd.DateTimeFormat.DateSeparator = ">";
        return odd;
    }

    private static string Canonical(string text) => text.Normalize();

    // What XML 1.0 cannot hold is shown as the replacement character.
    private static string Legal(string text) => text.Replace('\uffff', '\ufffd').Replace('\ufffe', '\ufffd');
}
