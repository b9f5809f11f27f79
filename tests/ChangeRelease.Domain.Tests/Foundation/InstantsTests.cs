using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Foundation;

public sealed class InstantsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(999, 0)]
    [InlineData(1_000, 1_000)]
    [InlineData(1_999, 1_000)]
    [InlineData(-1, -1_000)]
    [InlineData(-1_000, -1_000)]
    [InlineData(-1_001, -2_000)]
    public void An_instant_is_cut_to_the_microsecond_at_or_before_it(long nanoseconds, long expected)
    {
        var instant = NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);

        (instant.ToMicroseconds() - NodaConstants.UnixEpoch).ToInt64Nanoseconds().Should().Be(expected);
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(45, "45 s")]
    [InlineData(5_400, "1 h 30 min")]
    [InlineData(90_000, "1 d 1 h")]
    [InlineData(-60, "-1 min")]
    public void A_duration_reads_without_a_legend(long seconds, string expected) =>
        Duration.FromSeconds(seconds).ToText().Should().Be(expected);
}
