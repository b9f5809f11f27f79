using System.Text.Json;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace ChangeRelease.Domain.Tests.Foundation;

/// <summary>Instants are written and read as NodaTime does it, byte for byte, whichever way they take.</summary>
public sealed class InstantJsonTests
{
    private const int Seed = 7_301;

    private static readonly JsonSerializerOptions Own = new() { Converters = { new InstantJson() } };
    private static readonly JsonSerializerOptions Noda = new() { Converters = { NodaConverters.InstantConverter } };

    [Fact]
    public void Every_instant_is_written_and_read_as_NodaTime_does_it()
    {
        var dice = new Random(Seed);
        var instants = Enumerable.Range(0, 20_000).Select(_ => Some(dice)).Concat([Instant.MinValue, Instant.MaxValue, NodaConstants.UnixEpoch, NodaConstants.UnixEpoch.PlusNanoseconds(1)]).ToList();

        instants.Where(instant => Written(instant, Own) != Written(instant, Noda)).Should().BeEmpty();
        instants.Where(instant => JsonSerializer.Deserialize<Instant>(Written(instant, Noda), Own) != instant).Should().BeEmpty();
    }

    [Theory]
    [InlineData("2026-11-02T12:00:00Z")]
    [InlineData("2026-11-02T12:00:00.1Z")]
    [InlineData("2026-11-02T12:00:00.1000000Z")]
    [InlineData("2026-11-02T12:00:00.1234567Z")]
    [InlineData("2026-11-02T12:00:00.123456789Z")]
    [InlineData("2026-11-02T12:00:00.Z")]
    [InlineData("2026-11-02T12:00:00z")]
    [InlineData("2026-11-02T12:00:00")]
    [InlineData("2026-11-02T12:00Z")]
    [InlineData("2026-11-02T12:00:00+01:00")]
    [InlineData("2026-11-02T12:00:00.0+01:0Z")]
    [InlineData("2026-11-02 12:00:00Z")]
    [InlineData("2026-02-30T12:00:00Z")]
    [InlineData("2026-11-02T24:00:00Z")]
    [InlineData("2026-11-02T12:00:60Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("-0001-01-01T00:00:00Z")]
    [InlineData("2026-11-02T12:00:00\\u005A")]
    [InlineData("")]
    public void What_NodaTime_reads_is_read_the_same_and_nothing_else(string text) => Read($"\"{text}\"", Own).Should().Be(Read($"\"{text}\"", Noda));

    private static Instant Some(Random dice)
    {
        var second = NodaConstants.UnixEpoch + Duration.FromSeconds(dice.NextInt64(-377_000_000_000, 253_000_000_000));
        return second.PlusNanoseconds(dice.Next(4) switch { 0 => 0, 1 => dice.Next(1_000_000) * 1_000L, 2 => dice.Next(10_000_000) * 100L, _ => dice.Next(1_000_000_000) });
    }

    private static string Written(Instant instant, JsonSerializerOptions options) => JsonSerializer.Serialize(instant, options);

    private static Instant? Read(string text, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<Instant>(text, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
