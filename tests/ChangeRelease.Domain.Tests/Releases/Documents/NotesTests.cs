using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;

namespace ChangeRelease.Domain.Tests.Releases.Documents;

/// <summary>Notes for those inside and outside, as Markdown and as JSON (S-55).</summary>
public sealed partial class NotesTests
{
    private const string Alphabet = "ab1 .-+=()*_`[]<>#|~!&$@:\\/w\r\n\t\u000b\u0085\u2028\u2029\u202e\"'é";

    private static readonly ValueList<ReleaseNote> Commits =
    [
        ReleaseNote.Of("c1", "feat(payments): take two cards"),
        ReleaseNote.Of("c2", "fix: round to the nearest cent"),
        ReleaseNote.Of("c3", "chore: raise the build image"),
        ReleaseNote.Of("c4", "feat(api)!: name currencies\n\nBREAKING CHANGE: amounts without a currency are refused"),
        ReleaseNote.Of("c5", "fix(ledger): close a hole\n\nRelease-Notes: internal"),
        ReleaseNote.Of("c6", "refactor: smaller steps\n\nrelease-notes: External"),
        ReleaseNote.Of("c7", "WIP"),
        ReleaseNote.Of("c8", "perf(ledger): ask once"),
        ReleaseNote.Of("c9", "revert: two cards in one go"),
        ReleaseNote.Of("c0", "build!: new runtime"),
    ];

    private static ReleaseNotes Full => Plain with
    {
        Notes = Commits,
        KnownErrors = [new KnownError("PRB-2", "Receipts are late", null), new KnownError("PRB-1", "Some cards are asked twice", "Try again after a minute"), new KnownError("PRB-3", "Pool leaks", "Restart nightly") { IsInternal = true }],
    };

    private static ReleaseNotes Plain => ReleaseNotes.Of(
        new Voyage(Crew.Content with { Title = "Autumn" }).Release,
        [new CarriedChange(new ChangeId("CHG-1"), "Raise the pool", "normal", [new ServiceId("payments")], "Scheduled")]);

    [Fact]
    public void Those_inside_are_told_everything() => Full.ToMarkdown().Should().Be(
        """
        # Autumn (2.4.0)

        REL-1, minor: Planned

        - Raise the pool (CHG-1, normal): payments; Scheduled

        ## Breaking changes

        - new runtime (c0)
        - **api** amounts without a currency are refused (c4)

        ## New

        - **api** name currencies (c4)
        - **payments** take two cards (c1)

        ## Fixed

        - round to the nearest cent (c2)
        - **ledger** close a hole (c5)

        ## Faster

        - **ledger** ask once (c8)

        ## Reverted

        - two cards in one go (c9)

        ## Other changes

        - WIP (c7)
        - new runtime (c0)
        - raise the build image (c3)
        - smaller steps (c6)

        ## Known errors

        - Pool leaks (PRB-3). Workaround: Restart nightly
        - Receipts are late (PRB-2). No workaround is known.
        - Some cards are asked twice (PRB-1). Workaround: Try again after a minute

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Those_outside_are_told_what_is_for_them() => Full.ToMarkdown(NotesAudience.External).Should().Be(
        """
        # Autumn (2.4.0)

        ## Breaking changes

        - new runtime
        - **api** amounts without a currency are refused

        ## New

        - **api** name currencies
        - **payments** take two cards

        ## Fixed

        - round to the nearest cent

        ## Faster

        - **ledger** ask once

        ## Reverted

        - two cards in one go

        ## Other changes

        - new runtime
        - smaller steps

        ## Known errors

        - Receipts are late. No workaround is known.
        - Some cards are asked twice. Workaround: Try again after a minute

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void The_same_is_told_as_JSON()
    {
        var notes = Plain with { Notes = [Commits[0], Commits[2]], KnownErrors = [new KnownError("PRB-1", "Late", null)] };

        Encoding.UTF8.GetString(notes.ToJson()).Should().Be(
            """{"title":"Autumn","version":"2.4.0","release":"REL-1","type":"minor","state":"Planned","changes":[{"id":"CHG-1","title":"Raise the pool","type":"normal","services":["payments"],"status":"Scheduled"}],"notes":[{"category":"New","scope":"payments","text":"take two cards","breaking":[],"source":"c1","isInternal":false},{"category":"Other","scope":null,"text":"raise the build image","breaking":[],"source":"c3","isInternal":true}],"knownErrors":[{"symptom":"Late","workaround":null,"id":"PRB-1","isInternal":false}]}""");
        Encoding.UTF8.GetString(notes.ToJson(NotesAudience.External)).Should().Be(
            """{"title":"Autumn","version":"2.4.0","notes":[{"category":"New","scope":"payments","text":"take two cards","breaking":[]}],"knownErrors":[{"symptom":"Late","workaround":null}]}""");
    }

    [Fact]
    public void The_order_in_which_things_are_given_does_not_matter()
    {
        var dice = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var (notes, errors) = (Full.Notes.ToArray(), Full.KnownErrors.ToArray());
            dice.Shuffle(notes);
            dice.Shuffle(errors);
            var other = Full with { Notes = [.. notes], KnownErrors = [.. errors] };

            foreach (var audience in Enum.GetValues<NotesAudience>())
            {
                other.ToMarkdown(audience).Should().Be(Full.ToMarkdown(audience));
                other.ToJson(audience).Should().Equal(Full.ToJson(audience));
            }
        }
    }

    [Fact]
    public void Hostile_texts_change_nothing_but_themselves()
    {
        var (dice, scoped) = (new Random(91), 0);
        for (var round = 0; round < 5_000; round++)
        {
            string Hostile() => new(dice.GetItems<char>(Alphabet, dice.Next(20)));
            var (title, text, breaking, symptom, scope) = (Hostile(), Hostile(), Hostile(), Hostile(), dice.Next(2) == 0 ? Hostile() : null);
            var notes = ReleaseNotes.Of(new Voyage(Crew.Content with { Title = title }).Release, [new CarriedChange(new ChangeId("CHG-1"), title, "normal", [new ServiceId("payments")], "Scheduled")]) with
            {
                Notes = [new ReleaseNote(NoteCategory.New, text) { Scope = scope, Breaking = [breaking], Source = title }],
                KnownErrors = [new KnownError("PRB-1", symptom, breaking)],
            };

            var strong = Shown(scope ?? "") is { Length: > 0 } shown ? $"«{shown}» " : "";
            var source = Shown(title) is { Length: > 0 } from ? $" ({from})" : "";
            TinyMarkdown.Read(notes.ToMarkdown()).Should().Equal(
                ("h1", $"{Shown(title)} (2.4.0)"), ("p", "REL-1, minor: Planned"), ("li", $"{Shown(title)} (CHG-1, normal): payments; Scheduled"),
                ("h2", "Breaking changes"), ("li", $"{strong}{Shown(breaking)}{source}"), ("h2", "New"), ("li", $"{strong}{Shown(text)}{source}"),
                ("h2", "Known errors"), ("li", $"{Shown(symptom)} (PRB-1). Workaround: {Shown(breaking)}"));
            using var json = JsonDocument.Parse(notes.ToJson());
            json.RootElement.GetProperty("title").GetString().Should().Be(title.Normalize());
            json.RootElement.GetProperty("notes")[0].GetProperty("breaking")[0].GetString().Should().Be(breaking.Normalize());
            scoped += strong.Length > 0 ? 1 : 0;
        }

        scoped.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void Nothing_that_is_kept_inside_is_told_outside()
    {
        var dice = new Random(92);
        for (var round = 0; round < 2_000; round++)
        {
            var notes = Plain with
            {
                Notes = [.. Enumerable.Range(0, 8).Select(at => (at, dice.Next(2) == 0)).Select(it => new ReleaseNote((NoteCategory)dice.Next(5), Word(it.at, it.Item2)) { Scope = Word(it.at + 10, it.Item2), Breaking = [Word(it.at + 20, it.Item2)], Source = Word(it.at, true), IsInternal = it.Item2 })],
                KnownErrors = [.. Enumerable.Range(30, 4).Select(at => (at, dice.Next(2) == 0)).Select(it => new KnownError(Word(it.at, true), Word(it.at, it.Item2), Word(it.at + 5, it.Item2)) { IsInternal = it.Item2 })],
            };
            foreach (var (outside, inside) in new[] { (notes.ToMarkdown(NotesAudience.External), notes.ToMarkdown()), (Encoding.UTF8.GetString(notes.ToJson(NotesAudience.External)), Encoding.UTF8.GetString(notes.ToJson())) })
            {
                outside.Should().NotContainAny("secret", "CHG-1", "Raise the pool", "REL-1", "Planned");
                Words().Matches(inside).Select(match => match.Value).Where(word => word.StartsWith("open", StringComparison.Ordinal)).Except(Words().Matches(outside).Select(match => match.Value)).Should().BeEmpty();
            }
        }

        static string Word(int at, bool isSecret) => FormattableString.Invariant($"{(isSecret ? "secret" : "open")}{at}");
    }

    [Fact]
    public void Marks_are_read_strictly()
    {
        ReleaseNote.Of("c", "feat: x\n\nRelease-Notes: extern").IsInternal.Should().BeTrue("what is marked, and not for those outside, stays inside");
        ReleaseNote.Of("c", "feat!: x\n\nRelease-Notes: internal").IsInternal.Should().BeTrue();
        ReleaseNote.Of("c", "\n a first line \n\nmore").Should().Be(new ReleaseNote(NoteCategory.Other, "a first line ") { Source = "c" });
        new ReleaseNote(NoteCategory.Other, "x").IsInternal.Should().BeTrue();
        new ReleaseNote(NoteCategory.New, "x").IsInternal.Should().BeFalse();
    }

    // As a reader sees it: on one line, without what is at its ends.
    private static string Shown(string text) => Blank().Replace(text.Normalize(), " ").Trim();

    [GeneratedRegex(@"[\r\n\t\u000b\u0085\u2028\u2029\u202e]")]
    private static partial Regex Blank();

    [GeneratedRegex("(open|secret)[0-9]+")]
    private static partial Regex Words();
}
