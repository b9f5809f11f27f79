using System.Text;
using QuickStart;
using QuickStart.Input;
using QuickStart.Reports;

namespace ChangeRelease.Domain.Tests.QuickStart;

/// <summary>Files that somebody dropped on the floor: whatever they hold, the sample answers.</summary>
public sealed class FuzzTests
{
    private const int Readings = 2_000;
    private const int Plays = 100;

    private static readonly byte[] _calendar = Encoding.UTF8.GetBytes(Sample.Calendar);
    private static readonly byte[] _changes = Encoding.UTF8.GetBytes(Sample.Changes);

    [Fact]
    public void Thousands_of_damaged_files_are_read_and_never_throw()
    {
        var folder = Directory.CreateTempSubdirectory("quickstart-");
        var options = Options.Ordinary with { Calendar = Path.Combine(folder.FullName, "calendar.json"), Changes = Path.Combine(folder.FullName, "changes.json") };
        var (random, good) = (new Random(1), 0);
        for (var run = 0; run < Readings; run++)
        {
            File.WriteAllBytes(options.Calendar, random.Next(2) == 0 ? Damaged(_calendar, random) : _calendar);
            File.WriteAllBytes(options.Changes, Damaged(_changes, random));
            var faults = new Faults();
            var inputs = Inputs.Read(options, faults);
            (inputs is null).Should().Be(faults.Count > 0, "what is wrong is told, and nothing wrong is used");
            FaultReport.Write(faults.InOrder).Split('\n').Max(line => line.Length).Should().BeLessThanOrEqualTo(80);
            good += inputs is null ? 0 : 1;
        }

        folder.Delete(recursive: true);
        good.Should().BeInRange(Readings / 50, Readings / 2, "some damage is harmless, most is not");
    }

    [Fact]
    public async Task A_damaged_story_is_told_and_never_throws()
    {
        var (random, exits) = (new Random(2), new int[3]);
        for (var run = 0; run < Plays; run++)
        {
            var (calendar, changes) = random.Next(3) == 0 ? (Swapped(_calendar, random), _changes) : (_calendar, Swapped(_changes, random));
            var printed = await Sample.RunOnAsync(calendar, changes);
            (printed.Exit == App.BadInput ? printed.Errors : printed.Output).Should().NotBeEmpty();
            (printed.Output + printed.Errors).Split('\n').Max(line => line.Length).Should().BeLessThanOrEqualTo(80);
            exits[printed.Exit]++;
        }

        exits.Should().OnlyContain(count => count > 0, "a story may end well, get stuck, or never begin");
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        var length = Math.Min(1 + random.Next(random.Next(2) == 0 ? 3 : 400), bytes.Length - at);
        return random.Next(6) switch
        {
            0 => Replaced(bytes, at, (byte)(bytes[at] ^ (1 << random.Next(8)))),
            1 => Replaced(bytes, at, (byte)"0123456789-:{}[],\"\\ aZ"[random.Next(22)]),
            2 => [.. bytes[..at], .. bytes[(at + length)..]],
            3 => [.. bytes[..(at + length)], .. bytes[at..]],
            4 => bytes[..at],
            _ => Swapped(bytes, random),
        };
    }

    private static byte[] Replaced(byte[] bytes, int at, byte value)
    {
        var copy = bytes.ToArray();
        copy[at] = value;
        return copy;
    }

    /// <summary>One quoted text in the place of another: well-formed, and seldom meant.</summary>
    private static byte[] Swapped(byte[] bytes, Random random)
    {
        var parts = Encoding.UTF8.GetString(bytes).Split('"');
        var (one, other) = (1 + (2 * random.Next(parts.Length / 2)), 1 + (2 * random.Next(parts.Length / 2)));
        parts[one] = parts[other];
        return Encoding.UTF8.GetBytes(string.Join('"', parts));
    }
}
