using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

public sealed class SlotTests
{
    private static readonly Slot _afternoon = Given.Slot("2026-11-02 14:00", "2026-11-02 16:00");

    [Theory]
    [InlineData("2026-11-02 13:00", "2026-11-02 14:00", false)] // touches before
    [InlineData("2026-11-02 13:00", "2026-11-02 14:01", true)]
    [InlineData("2026-11-02 14:30", "2026-11-02 15:00", true)] //  inside
    [InlineData("2026-11-02 13:00", "2026-11-02 17:00", true)] //  around
    [InlineData("2026-11-02 15:59", "2026-11-02 17:00", true)]
    [InlineData("2026-11-02 16:00", "2026-11-02 17:00", false)] // touches after
    public void Touching_is_not_overlapping(string start, string end, bool overlaps)
    {
        var other = Given.Slot(start, end);

        _afternoon.Overlaps(other).Should().Be(overlaps);
        other.Overlaps(_afternoon).Should().Be(overlaps);
        (_afternoon.Intersect(other) is not null).Should().Be(overlaps);
    }

    [Fact]
    public void The_start_is_inside_and_the_end_is_not()
    {
        _afternoon.Contains(_afternoon.Start).Should().BeTrue();
        _afternoon.Contains(_afternoon.End - Duration.FromNanoseconds(1_000)).Should().BeTrue();
        _afternoon.Contains(_afternoon.End).Should().BeFalse();
        _afternoon.Contains(_afternoon).Should().BeTrue();
    }

    [Fact]
    public void The_common_part_begins_with_the_later_start_and_ends_with_the_earlier_end() =>
        _afternoon.Intersect(Given.Slot("2026-11-02 15:00", "2026-11-02 17:00")).Should().Be(Given.Slot("2026-11-02 15:00", "2026-11-02 16:00"));

    [Fact]
    public void A_slot_without_time_is_no_slot()
    {
        FluentActions.Invoking(() => new Slot(_afternoon.Start, _afternoon.Start)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Slot(_afternoon.End, _afternoon.Start)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Slot(_afternoon.Start, _afternoon.Start + Duration.FromNanoseconds(999))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_slot_shows_which_end_is_outside()
    {
        _afternoon.ToString().Should().Be("[2026-11-02T14:00:00Z, 2026-11-02T16:00:00Z)");
        _afternoon.Length.Should().Be(Duration.FromHours(2));
    }
}
