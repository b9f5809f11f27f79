using System.Text;
using System.Text.Json;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Json;

/// <summary>Whatever command can be read can be decided on: accepted or refused, never an exception (S-4).</summary>
public sealed class HostileCommandTests
{
    private const int Mutations = 12_000;

    private static readonly string[] Values =
    [
        "null", "[]", "\"\"", "\"x\"", "true", "\"Low\"", "\"Reject\"",
        "\"9999-12-31T23:59:59.999999999Z\"", "\"-9998-01-01T00:00:00Z\"", "\"2026-11-20T00:00:00Z\"", "\"36525:00:00:00\"", "\"0:00:00:00.000001\"",
    ];

    [Fact]
    public void Whatever_can_be_read_can_be_decided_on()
    {
        Traveler[] travelers =
        [
            new("normal"),
            new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize"),
            new Traveler("standard").Go("Submit", "Authorize", "Schedule"),
            new Traveler("pre-approved").Go("Submit"),
            new Traveler("emergency").Go("RequestBreakGlass"),
            new Traveler("retrospective").Go("Submit", "Repudiate"),
        ];
        var (random, seeds) = (new Random(31), Specimens.Commands.Select(ChangeJson.Write).ToList());
        var (decided, wrong) = (0, new List<string>());
        for (var mutation = 0; mutation < Mutations && wrong.Count < 10; mutation++)
        {
            if (Read(Replaced(seeds[random.Next(seeds.Count)], random)) is { } command)
            {
                decided++;
                wrong.AddRange(travelers.Select(traveler => Thrown(traveler, command)).OfType<string>());
            }
        }

        wrong.Should().BeEmpty();
        decided.Should().BeGreaterThan(Mutations / 10);
    }

    private static string? Thrown(Traveler traveler, ChangeCommand command)
    {
        try
        {
            var before = traveler.Change;
            foreach (var happened in traveler.Ask(traveler.By(Cast.Petra, command)).Events)
            {
                ChangeJson.ReadEvent(ChangeJson.Write(happened)).Should().Be(happened);
                var after = ChangeRequest.Fold(before, happened);
                ChangeDecider.Decide(after, new StartChange(), traveler.Good("Start").Facts);
                ChangeDecider.Decide(after, new ScheduleChange(traveler.Free(9)), traveler.Good("Schedule").Facts);
            }

            return null;
        }
        catch (Exception unexpected)
        {
            return $"{traveler.Change.Model.Id} {traveler.State}: {unexpected.GetType().Name} {unexpected.Message} {unexpected.StackTrace?.Split('\n')[0]} on {Encoding.UTF8.GetString(ChangeJson.Write(command))}";
        }
    }

    private static ChangeCommand? Read(byte[] bytes)
    {
        try
        {
            return ChangeJson.ReadCommand(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Replaced(byte[] bytes, Random random)
    {
        var colon = Array.IndexOf(bytes, (byte)':', random.Next(bytes.Length));
        var end = colon < 0 ? -1 : bytes.AsSpan(colon + 1).IndexOfAny((byte)',', (byte)'}', (byte)']');
        return end < 0 ? bytes : [.. bytes[..(colon + 1)], .. Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]), .. bytes[(colon + 1 + end)..]];
    }
}
