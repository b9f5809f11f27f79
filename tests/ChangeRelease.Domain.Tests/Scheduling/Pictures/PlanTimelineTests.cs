using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling.Pictures;

public sealed class PlanTimelineTests
{
    private static readonly PictureSettings _settings = new(PicturedPlans.Berlin);

    [Fact]
    public void Bars_stand_where_their_slots_are()
    {
        var picture = Draw(PicturedPlans.Small(), _settings);

        picture.Bars.Select(bar => bar.Name).Should().Equal("REL-1", "REL-2", "REL-3");
        foreach (var (bar, item) in picture.Bars.Zip(PicturedPlans.Small().Items))
        {
            bar.From.Should().BeApproximately(Place(picture, item.Slot.Start), 0.1);
            bar.Until.Should().BeApproximately(Place(picture, item.Slot.End), 0.1);
        }
    }

    [Fact]
    public void Times_are_told_on_the_clock_that_was_named()
    {
        Draw(PicturedPlans.Small(), _settings).Bars[1].Said.Should().Be("2026-10-25 01:30 to 03:30, late", "three hours pass while the clock goes from 1:30 to 3:30");
        Draw(PicturedPlans.Small(), new PictureSettings(DateTimeZone.Utc)).Bars[1].Said.Should().Be("2026-10-24 23:30 to 2026-10-25 02:30, late");
    }

    [Fact]
    public void Another_clock_moves_no_bar() =>
        Draw(PicturedPlans.Small(), new PictureSettings(DateTimeZoneProviders.Tzdb["Asia/Tokyo"])).Bars.Select(bar => (bar.From, bar.Until))
            .Should().Equal(Draw(PicturedPlans.Small(), _settings).Bars.Select(bar => (bar.From, bar.Until)));

    [Fact]
    public void A_clock_change_is_marked_where_it_is()
    {
        var picture = Draw(PicturedPlans.Small(), _settings);

        picture.Moments.Should().ContainSingle().Which.Said.Should().Be("clock -1 h, 2026-10-25 02:00");
        picture.Moments[0].X.Should().BeApproximately(Place(picture, Instant.FromUtc(2026, 10, 25, 1, 0)), 0.1);
        Draw(PicturedPlans.Small(), new PictureSettings(DateTimeZone.Utc)).Moments.Should().BeEmpty();
    }

    [Fact]
    public void Now_is_a_line_unless_it_is_elsewhere()
    {
        var now = Instant.FromUtc(2026, 10, 26, 9, 0);
        var picture = Draw(PicturedPlans.Small(), _settings with { Now = now });

        picture.Moments.Should().Contain(moment => moment.Said == "now, 2026-10-26 10:00, 2026-10-26 10:00").Which.X.Should().BeApproximately(Place(picture, now), 0.1);
        Draw(PicturedPlans.Small(), _settings with { Now = Instant.FromUtc(2027, 1, 1, 0, 0) }).Moments.Should().ContainSingle("only the clock changes");
    }

    [Fact]
    public void What_is_left_out_is_listed_with_what_is_first_in_its_way()
    {
        var plan = PicturedPlans.Small();

        Draw(plan, _settings).Texts.Should().Contain(["Left out", $"REL-4: {plan.Leftovers[0].Obstacles[0].Sentence}"]);
        Draw(plan, _settings).Description.Should().Contain("3 of 4 planned").And.Contain("Left out: REL-4.");
    }

    [Fact]
    public void Freezes_and_closures_are_numbered_bands_and_are_listed()
    {
        var picture = Draw(PicturedPlans.Small(), _settings);

        picture.Texts.Should().Contain(["Frozen and closed", "Books: 2026-10-26 00:00 to 2026-10-27 00:00", "network audit: 2026-10-28 01:00 to 2026-10-28 13:00"]);
        picture.Tips.Should().Contain(["Books", "network audit"]);
    }

    [Fact]
    public void An_item_stands_with_every_resource_that_it_takes()
    {
        var picture = Draw(PicturedPlans.Small(), _settings with { Grouping = PictureGrouping.Resource });

        picture.Bars.Select(bar => bar.Name).Should().Equal("REL-1", "REL-2", "REL-2", "REL-3");
        picture.Texts.Should().ContainInOrder("payments", "REL-1", "REL-2", "team ledger", "REL-2", "no resource", "REL-3");
    }

    [Fact]
    public void Items_stand_with_others_of_their_class() =>
        Draw(PicturedPlans.Small(), _settings with { Grouping = PictureGrouping.Class }).Texts.Should().ContainInOrder("risky", "REL-1", "REL-3", "no class", "REL-2");

    [Fact]
    public void Dependencies_are_arrows_where_they_are_asked_for()
    {
        Draw(PicturedPlans.Small(), _settings).Arrows.Should().Be(0);
        Draw(PicturedPlans.Small(), _settings with { ShowsDependencies = true }).Arrows.Should().Be(1);
        Draw(PicturedPlans.Small(), _settings with { ShowsDependencies = true, Most = 1 }).Arrows.Should().Be(0, "only one of the two is drawn");
    }

    [Fact]
    public void A_minute_within_a_year_is_seen()
    {
        var picture = Draw(PicturedPlans.Many(20, Year()), _settings);

        picture.Bars.Should().HaveCount(20).And.OnlyContain(bar => bar.Until - bar.From >= 4);
        picture.Bars.Should().OnlyContain(bar => bar.From >= picture.Chart.From && bar.Until <= picture.Chart.Until);
    }

    [Fact]
    public void A_plan_of_nothing_is_a_picture()
    {
        var picture = Draw(PicturedPlans.Many(0, PicturedPlans.Week), _settings);

        picture.Bars.Should().BeEmpty();
        picture.Title.Should().Be("Plan");
        picture.Description.Should().Be("0 of 0 planned. 2026-10-23 00:00 to 2026-10-30 00:00, Europe/Berlin.");
    }

    [Fact]
    public void Of_five_thousand_items_the_earliest_are_drawn_and_the_rest_is_counted()
    {
        var plan = PicturedPlans.Many(5_000, Year());
        var svg = PlanTimeline.Svg(plan, _settings);

        new SvgPicture(svg).Bars.Select(bar => bar.Name).Should().Equal(plan.Items.OrderBy(item => item.Slot.Start).Take(500).Select(item => item.Item.Id.Value));
        new SvgPicture(svg).Description.Should().Contain("4,500 more planned items are not drawn.");
        svg.Length.Should().BeLessThan(500_000);
        new SvgPicture(PlanTimeline.Svg(plan, _settings with { Most = PictureSettings.MostBars })).Bars.Should().HaveCount(5_000);
    }

    [Fact]
    public void What_lies_outside_of_the_range_is_counted()
    {
        var picture = Draw(PicturedPlans.Small(), _settings with { Range = new Slot(PicturedPlans.Week.Start, Instant.FromUtc(2026, 10, 25, 0, 0)) });

        picture.Bars.Select(bar => bar.Name).Should().Equal("REL-1", "REL-2");
        picture.Bars[1].Until.Should().Be(picture.Chart.Until, "what goes on is cut at the edge");
        picture.Description.Should().Contain("1 planned items lie outside of what is drawn.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(60 * 5)]
    [InlineData(60 * 36)]
    [InlineData(60 * 24 * 20)]
    [InlineData(60 * 24 * 90)]
    [InlineData(60 * 24 * 800)]
    [InlineData(60 * 24 * 3_650)]
    [InlineData(60 * 24 * 365_000)]
    public void Labels_of_the_axis_are_few_and_in_order(int minutes)
    {
        var range = new Slot(PicturedPlans.Week.Start, PicturedPlans.Week.Start + Duration.FromMinutes(minutes));
        var picture = Draw(PicturedPlans.Small(), _settings with { Range = range });

        picture.AxisLabels.Count.Should().BeInRange(1, 14);
        picture.AxisLabels.Zip(picture.AxisLabels.Skip(1)).Should().NotContain(pair => pair.Second - pair.First < 60);
    }

    [Fact]
    public void A_long_name_is_cut_to_its_column_and_kept_in_full_beside()
    {
        var name = new string('W', 256);
        var picture = Draw(PicturedPlans.One(name, PicturedPlans.Week), _settings);

        picture.Texts.Should().Contain(text => text.StartsWith('W') && text.EndsWith('…') && text.Length < 30);
        picture.Bars.Single().Name.Should().Be(name);
    }

    [Fact]
    public void Settings_are_checked_at_the_door()
    {
        FluentActions.Invoking(() => new PictureSettings(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => _settings with { Most = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => _settings with { Most = PictureSettings.MostBars + 1 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => _settings with { Title = "\ud800" }).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => PlanTimeline.Svg(null!, _settings)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => PlanTimeline.Svg(PicturedPlans.Small(), null!)).Should().Throw<ArgumentNullException>();
    }

    private static SvgPicture Draw(Plan plan, PictureSettings settings) => new(PlanTimeline.Svg(plan, settings));

    private static Slot Year() => new(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0));

    // Proportion, by the length of the range alone.
    private static double Place(SvgPicture picture, Instant instant) =>
        picture.Chart.From + ((instant - PicturedPlans.Week.Start) / PicturedPlans.Week.Length * (picture.Chart.Until - picture.Chart.From));
}
