using System.Text;
using System.Text.RegularExpressions;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

public sealed partial class FuzzTests
{
    private const int Cases = 10_000;

    private static readonly string[] Pieces = ["{", "}", "[", "]", "\"", ",", ":", "null", "true", "1e9", "\\ud800", "\\u0000", "\u00e9", "\"from\"", "\"to\"", "\"Draft\"", "\"Checking\"", "0", "-", " "];

    [Fact]
    public void Random_edits_of_sound_documents_never_crash_and_what_is_read_is_written_and_read_again()
    {
        var random = new Random(11);
        var sound = Enumerable.Range(0, 60).Select(seed => new SketchedLifecycle(seed).Lifecycle).OrderBy(lifecycle => lifecycle.Description.Transitions.Count).Skip(10).Take(20)
            .Select(lifecycle => (Bytes: LifecycleDocument.Write(lifecycle.Description), Words: Vocabulary.Of(lifecycle)))
            .Append((Encoding.UTF8.GetBytes(Specimen.Text), Specimen.Words)).ToList();
        var (accepted, syntax, told) = (0, 0, 0);
        for (var turn = 0; turn < Cases; turn++)
        {
            var (bytes, words) = sound[random.Next(sound.Count)];
            var reading = LifecycleDocument.Read(random.Next(2) == 0 ? Edited(bytes, random) : Reworded(bytes, random), words);
            if (reading.Value is { } read)
            {
                accepted++;
                LifecycleDocument.Read(LifecycleDocument.Write(read.Description), words).OrThrow().Description.Should().Be(read.Description);
            }
            else if (reading.Faults[0].Code is "lifecycle.document.syntax" or "lifecycle.document.not-utf-8")
            {
                syntax++;
            }
            else
            {
                told++;
            }
        }

        (accepted, syntax, told).Should().Match<(int Accepted, int Syntax, int Told)>(counts => counts.Accepted > 500 && counts.Syntax > 500 && counts.Told > 500);
    }

    /// <summary>Another word in the place of one, or a number: mostly still JSON.</summary>
    internal static byte[] Reworded(byte[] sound, Random random)
    {
        var words = Word().Matches(Encoding.UTF8.GetString(sound));
        var (old, other) = (words[random.Next(words.Count)], words[random.Next(words.Count)]);
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sound).Remove(old.Index, old.Length).Insert(old.Index, random.Next(5) == 0 ? "1" : other.Value));
    }

    [GeneratedRegex("\"[^\"\\\\]*\"|[0-9]+|true")]
    private static partial Regex Word();

    internal static byte[] Edited(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(40), bytes.Count - at));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(60), bytes.Count - at)));
                    break;
                default:
                    bytes[at] = (byte)(bytes[at] ^ (1 << random.Next(7)));
                    break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)' ');
            }
        }

        return [.. bytes];
    }
}
