using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Releases.Documents;

public sealed class ConventionalCommitTests
{
    // The specification's own examples (conventionalcommits.org 1.0.0).
    public static TheoryData<string, string, string?, string, string, string, string> Examples => new()
    {
        // message, type, scope, description, body, footers, what it breaks
        {
            "feat: allow provided config object to extend other configs\n\nBREAKING CHANGE: `extends` key in config file is now used for extending other config files",
            "feat", null, "allow provided config object to extend other configs", "", "BREAKING CHANGE=`extends` key in config file is now used for extending other config files", "`extends` key in config file is now used for extending other config files"
        },
        { "feat!: send an email to the customer when a product is shipped", "feat", null, "send an email to the customer when a product is shipped", "", "", "send an email to the customer when a product is shipped" },
        { "feat(api)!: send an email to the customer when a product is shipped", "feat", "api", "send an email to the customer when a product is shipped", "", "", "send an email to the customer when a product is shipped" },
        {
            "chore!: drop support for Node 6\n\nBREAKING CHANGE: use JavaScript features not available in Node 6.",
            "chore", null, "drop support for Node 6", "", "BREAKING CHANGE=use JavaScript features not available in Node 6.", "use JavaScript features not available in Node 6."
        },
        { "docs: correct spelling of CHANGELOG", "docs", null, "correct spelling of CHANGELOG", "", "", "" },
        { "feat(lang): add Polish language", "feat", "lang", "add Polish language", "", "", "" },
        {
            "fix: prevent racing of requests\n\nIntroduce a request id and a reference to latest request. Dismiss\nincoming responses other than from latest request.\n\nRemove timeouts which were used to mitigate the racing issue but are\nobsolete now.\n\nReviewed-by: Z\nRefs: #123",
            "fix", null, "prevent racing of requests",
            "Introduce a request id and a reference to latest request. Dismiss\nincoming responses other than from latest request.\n\nRemove timeouts which were used to mitigate the racing issue but are\nobsolete now.",
            "Reviewed-by=Z|Refs=#123", ""
        },
        {
            "revert: let us never again speak of the noodle incident\n\nRefs: 676104e, a215868",
            "revert", null, "let us never again speak of the noodle incident", "", "Refs=676104e, a215868", ""
        },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_specifications_own_examples_are_read(string message, string type, string? scope, string description, string body, string footers, string breaking)
    {
        var commit = ConventionalCommit.Read(message).Value!;

        (commit.Type, commit.Scope, commit.Description, commit.Body).Should().Be((type, scope, description, body));
        string.Join('|', commit.Footers.Select(footer => $"{footer.Token}={footer.Value}")).Should().Be(footers);
        string.Join('|', commit.Breaking).Should().Be(breaking);
        commit.IsBreaking.Should().Be(breaking.Length > 0);
    }

    [Theory]
    // types are the same in whatever case; breaking is said in capitals only
    [InlineData("FEAT: x", "feat: x", 0)]
    [InlineData("Fix(Api): x", "fix(Api): x", 0)]
    [InlineData("fix: x\n\nbreaking change: y", "fix: x", 0)]
    [InlineData("fix: x\n\nBreaking-Change: y", "fix: x", 1)]
    [InlineData("fix: x\n\nBREAKING-CHANGE: y", "fix!: x", 1)]
    [InlineData("fix: x\n\nBREAKING CHANGE: y\nBREAKING CHANGE: z", "fix!: x", 2)]
    [InlineData("fix!: x\r\n\r\nbody\r\n\r\nRefs #7\r\n", "fix!: x", 1)]
    // a footer goes on until the next one
    [InlineData("fix: x\n\nBREAKING CHANGE: y\nand more\n\nand still\nRefs: 7", "fix!: x", 2)]
    // what looks like a footer inside a paragraph is none
    [InlineData("fix: x\n\nbody\nNote: not a footer", "fix: x", 0)]
    [InlineData("fix: a: b", "fix: a: b", 0)]
    public void Corners_are_read(string message, string head, int footers)
    {
        var commit = ConventionalCommit.Read(message).Value!;

        (commit.ToString(), commit.Footers.Count).Should().Be((head, footers));
    }

    [Fact]
    public void A_footer_may_go_over_several_lines() =>
        ConventionalCommit.Read("fix: x\n\nBREAKING CHANGE: y\nand more\n\nand still\nRefs: 7").Value!.Footers.Should().Equal(new CommitFooter("BREAKING CHANGE", "y\nand more\n\nand still"), new CommitFooter("Refs", "7"));

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\t", "empty")]
    [InlineData("mend it", "colon-missing")]
    [InlineData("fix:x", "colon-missing")]
    [InlineData("fix : x", "colon-missing")]
    [InlineData(": x", "type-missing")]
    [InlineData("(api): x", "type-missing")]
    [InlineData("fix:", "description-missing")]
    [InlineData("fix: ", "description-missing")]
    [InlineData("fix():  x", "scope-empty")]
    [InlineData("fix(: x", "scope-open colon-missing")]
    [InlineData("fix(a(b)): x", "scope-open colon-missing")]
    [InlineData("fix!!: x", "colon-missing")]
    [InlineData("fix: x\nbody", "blank-line-missing")]
    [InlineData("!: \nbody", "type-missing description-missing blank-line-missing")]
    public void What_is_no_conventional_commit_is_refused_for_every_reason(string message, string problems)
    {
        var reading = ConventionalCommit.Read(message);

        reading.Value.Should().BeNull();
        reading.Faults.Select(fault => fault.Code).Should().Equal(problems.Split(' ').Select(problem => $"release.commit.{problem}"));
    }

    [Fact]
    public void A_message_has_a_bound()
    {
        var longest = "fix: " + new string('x', ConventionalCommit.Longest - 5);

        ConventionalCommit.Read(longest).Value.Should().NotBeNull();
        ConventionalCommit.Read(longest + "x").Faults.Select(fault => fault.Code).Should().Equal("release.commit.too-long");
        ConventionalCommit.Read("fix: \ud800").Faults.Select(fault => fault.Code).Should().Equal("release.commit.text-malformed");
    }

    [Fact]
    public void What_is_put_together_comes_apart_as_it_was()
    {
        string[] types = ["feat", "fix", "perf", "Revert", "chore", "build-it"], scopes = ["", "api", "a/b", "two words", "#1"], texts = ["x", "a: b", "it's (really) done!", "Refs", "é * <b>", "- - -"];
        string[] tokens = ["Refs", "Reviewed-by", "BREAKING CHANGE", "X-1"];
        var (dice, breaking) = (new Random(1_000), 0);
        for (var round = 0; round < 10_000; round++)
        {
            var (type, scope, bang, description) = (types[dice.Next(types.Length)], scopes[dice.Next(scopes.Length)], dice.Next(3) == 0, texts[dice.Next(texts.Length)]);
            var body = string.Join("\n\n", Enumerable.Range(0, dice.Next(3)).Select(_ => texts[dice.Next(texts.Length)]));
            var footers = Enumerable.Range(0, dice.Next(3)).Select(_ => new CommitFooter(tokens[dice.Next(tokens.Length)], texts[dice.Next(texts.Length)])).ToList();
            body = body.StartsWith("a: b", StringComparison.Ordinal) || body.Contains("\na: b", StringComparison.Ordinal) ? string.Empty : body;
            var message = $"{type}{(scope.Length > 0 ? $"({scope})" : "")}{(bang ? "!" : "")}: {description}"
                + (body.Length > 0 ? $"\n\n{body}" : "")
                + (footers.Count > 0 ? $"\n\n{string.Join('\n', footers.Select(footer => $"{footer.Token}: {footer.Value}"))}" : "");

            var commit = ConventionalCommit.Read(dice.Next(2) == 0 ? message : message.ReplaceLineEndings("\r\n") + "\r\n").Value!;

            (commit.Type, commit.Scope ?? "", commit.Description, commit.Body).Should().Be((type.ToLowerInvariant(), scope, description, body));
            commit.Footers.Should().Equal(footers);
            commit.IsBreaking.Should().Be(bang || footers.Exists(footer => footer.Token == "BREAKING CHANGE"));
            breaking += commit.IsBreaking ? 1 : 0;
        }

        breaking.Should().BeInRange(3_000, 7_000);
    }

    [Fact]
    public void No_text_is_too_strange_to_be_read_or_refused()
    {
        var dice = new Random(1_001);
        for (var round = 0; round < 50_000; round++)
        {
            var message = new string(dice.GetItems<char>("fix(a)!: \n\r\tBREAKING CHANGE-#:\u2028\u0301\ud83d\ude00", dice.Next(40)));
            var reading = ConventionalCommit.Read(dice.Next(2) == 0 ? message : $"fix: x\n\n{message}");

            (reading.Value is null).Should().Be(reading.Faults.Count > 0);
        }
    }
}
