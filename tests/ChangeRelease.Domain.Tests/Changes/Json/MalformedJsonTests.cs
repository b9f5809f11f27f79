using System.Text;
using System.Text.Json;
using ChangeRelease.Domain.Changes;

namespace ChangeRelease.Domain.Tests.Changes.Json;

/// <summary>Whatever bytes come: what is read is a value, what is not is a JsonException, and never another one.</summary>
public sealed class MalformedJsonTests
{
    private const int Mutations = 60_000;

    private static readonly string[] Tokens = ["null", "0", "-1", "\"\"", "\" \"", "[]", "{}", "true", "1e400", "\"\\ud800\"", "[null]", "\"type\":1", "99999999999999999999", "\"-999999999:00:00\"", "\"9999-12-31T23:59:59.999999999Z\""];

    public static IEnumerable<object[]> Wrong =>
    [
        ["nothing", ""],
        ["null", "null"],
        ["a list", "[]"],
        ["a number", "7"],
        ["no type", "{}"],
        ["no type, but members", """{"reason":"x"}"""],
        ["an unknown type", """{"type":"explode-change"}"""],
        ["a type that is a number", """{"type":1}"""],
        ["a type that is null", """{"type":null}"""],
        ["a type that comes late", """{"reason":"x","type":"cancel-change"}"""],
        ["an unknown member", """{"type":"submit-change","please":true}"""],
        ["a missing member", """{"type":"cancel-change"}"""],
        ["a null text", """{"type":"cancel-change","reason":null}"""],
        ["a number for a text", """{"type":"cancel-change","reason":1}"""],
        ["half a surrogate pair", """{"type":"cancel-change","reason":"\ud800"}"""],
        ["an unknown choice", """{"type":"review-change","outcome":"Splendid"}"""],
        ["a number for a choice", """{"type":"review-change","outcome":0}"""],
        ["a number in a text for a choice", """{"type":"review-change","outcome":"0"}"""],
        ["a choice out of range", """{"type":"review-change","outcome":17}"""],
        ["a digest of other length", """{"type":"vote-on-change","choice":"Approve","seen":"00"}"""],
        ["a slot that ends before it starts", """{"type":"schedule-change","slots":[{"start":"2026-11-02T12:00:00Z","end":"2026-11-02T11:00:00Z"}]}"""],
        ["a slot without an end", """{"type":"schedule-change","slots":[{"start":"2026-11-02T12:00:00Z"}]}"""],
        ["a null slot", """{"type":"schedule-change","slots":[null]}"""],
        ["null slots", """{"type":"schedule-change","slots":null}"""],
        ["an instant that does not exist", """{"type":"defer-change","until":"2026-02-30T12:00:00Z","reason":"x"}"""],
        ["an id with a blank end", """{"type":"schedule-change","slots":[],"aboard":"REL-1 "}"""],
        ["an effort without work", """{"type":"amend-change","content":{"effort":{"preparation":"0:00:00:00","work":"0:00:00:00","backOut":"0:00:00:00"}}}"""],
        ["an effort of ages", """{"type":"amend-change","content":{"effort":{"preparation":"0:00:00:00","work":"9999999:00:00:00","backOut":"0:00:00:00"}}}"""],
        ["a null title", """{"type":"amend-change","content":{"title":null}}"""],
        ["two values", """{"type":"submit-change"}{"type":"submit-change"}"""],
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Malformed_commands_are_refused_as_such(string what, string json) =>
        FluentActions.Invoking(() => ChangeJson.ReadCommand(Encoding.UTF8.GetBytes(json))).Should().Throw<JsonException>($"there is {what}");

    [Fact]
    public void Every_truncation_is_refused()
    {
        var cut = Specimens.Events.Select(ChangeJson.Write).GroupBy(bytes => bytes.Length).Select(alike => alike.First()).Take(40);

        cut.Should().NotBeEmpty().And.AllSatisfy(bytes =>
        {
            for (var length = 0; length < bytes.Length; length++)
            {
                Survives(bytes.AsSpan(0, length), out var read).Should().BeNull();
                read.Should().BeFalse($"{length} of {bytes.Length} bytes are not all of it");
            }
        });
    }

    [Fact]
    public void No_mutation_brings_any_other_exception()
    {
        var (random, seeds) = (new Random(20_261_102), Specimens.Events.Select(ChangeJson.Write).Concat(Specimens.Commands.Select(ChangeJson.Write)).ToList());
        var (wrong, read) = (new List<string>(), 0);
        for (var mutation = 0; mutation < Mutations && wrong.Count < 10; mutation++)
        {
            var bytes = Mutated(seeds[random.Next(seeds.Count)], seeds[random.Next(seeds.Count)], random);
            if (Survives(bytes, out var isValue) is { } unexpected)
            {
                wrong.Add($"{unexpected.GetType().Name} {unexpected.Message}: {Encoding.UTF8.GetString(bytes)}");
            }

            read += isValue ? 1 : 0;
        }

        wrong.Should().BeEmpty();
        read.Should().BeInRange(Mutations / 100, Mutations * 9 / 10, "some mutations are harmless, and most are not");
    }

    private static Exception? Survives(ReadOnlySpan<byte> bytes, out bool read)
    {
        var first = Survives(bytes, static bytes => ChangeJson.Write(ChangeJson.ReadEvent(bytes)), static bytes => ChangeJson.ReadEvent(bytes), out var isEvent);
        var second = Survives(bytes, static bytes => ChangeJson.Write(ChangeJson.ReadCommand(bytes)), static bytes => ChangeJson.ReadCommand(bytes), out var isCommand);
        read = isEvent || isCommand;
        return first ?? second;
    }

    // What is read is written again and read to the same value.
    private static Exception? Survives(ReadOnlySpan<byte> bytes, Rewriting rewrite, Reading take, out bool read)
    {
        read = false;
        try
        {
            var value = take(bytes);
            read = true;
            return take(rewrite(bytes)).Equals(value) ? null : new InvalidOperationException("It reads back as another value.");
        }
        catch (JsonException) when (!read)
        {
            return null;
        }
        catch (Exception unexpected)
        {
            return unexpected;
        }
    }

    private static byte[] Mutated(byte[] bytes, byte[] other, Random random)
    {
        var at = random.Next(bytes.Length);
        return random.Next(7) switch
        {
            0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 20))..]],
            2 => [.. bytes[..at], .. other[random.Next(other.Length)..]],
            3 => [.. bytes[..at], (byte)"\"{}[],:0n"[random.Next(9)], .. bytes[at..]],
            _ => Replaced(bytes, at, random),
        };
    }

    /// <summary>Puts another token where a member's value was.</summary>
    private static byte[] Replaced(byte[] bytes, int at, Random random)
    {
        var colon = Array.IndexOf(bytes, (byte)':', at);
        var end = colon < 0 ? -1 : bytes.AsSpan(colon + 1).IndexOfAny((byte)',', (byte)'}', (byte)']');
        return end < 0 ? bytes[..at] : [.. bytes[..(colon + 1)], .. Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]), .. bytes[(colon + 1 + end)..]];
    }

    private delegate byte[] Rewriting(ReadOnlySpan<byte> bytes);

    private delegate object Reading(ReadOnlySpan<byte> bytes);
}
