using System.Reflection;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

public sealed class VocabularyTests
{
    [Fact]
    public void The_built_in_words_of_changes_are_all_there_is_in_Needs() =>
        ChangeVocabulary.BuiltIn.Codes.Should().Equal(CodesOf<ChangeAttempt>(typeof(Domain.Changes.Needs)));

    [Fact]
    public void The_built_in_words_of_releases_are_all_there_is_in_Needs() =>
        ReleaseVocabulary.BuiltIn.Codes.Should().Equal(CodesOf<ReleaseAttempt>(typeof(Domain.Releases.Needs)));

    [Fact]
    public void The_built_in_vocabulary_knows_every_question_and_every_model_of_the_catalog()
    {
        ChangeVocabulary.BuiltIn.Selectors.Should().BeEquivalentTo(typeof(ChangeRows).GetProperties(BindingFlags.Static | BindingFlags.Public)
            .Where(property => property.PropertyType.Name is "Selector`1" or "OriginSelector`1")
            .Select(property => property.PropertyType.GetProperty("Name")!.GetValue(property.GetValue(null))));
        ChangeVocabulary.BuiltIn.Lifecycles.Should().BeEquivalentTo(ChangeModelCatalog.BuiltIn.All.Select(model => model.Lifecycle.Reference));
        ReleaseVocabulary.BuiltIn.Lifecycles.Should().Equal(ReleaseModels.Ordinary.Lifecycle.Reference);
    }

    [Fact]
    public void Two_different_things_under_one_name_are_refused_and_both_are_named()
    {
        var one = Requirement.For<Trial>("trial.thing.missing").Says("One sentence.").IsMetWhen(_ => true);
        var other = Requirement.For<Trial>("trial.thing.missing").Says("Another sentence.").IsMetWhen(_ => true);
        var template = RequirementTemplate.For<Trial>("trial.thing.missing", [SketchedLifecycle.Days], _ => one);
        var twin = RequirementTemplate.For<Trial>("trial.thing.missing", [SketchedLifecycle.Role], _ => one);
        var words = Vocabulary<Trial>.Empty;
        var selector = Selector.For<Trial>("which", ["a"], _ => "a");
        var origin = Selector.Origin<Trial>("which", _ => Draft);

        Refused(() => words.With(one, other), "One sentence.", "Another sentence.");
        Refused(() => words.With(one).With(template), "One sentence.", "trial.thing.missing(days: Number)");
        Refused(() => words.With(template).With(one), "trial.thing.missing(days: Number)", "One sentence.");
        Refused(() => words.With(template, twin), "days: Number", "role: Text");
        Refused(() => words.With(selector).With(Selector.For<Trial>("which", ["b"], _ => "b")), "cases [a]", "cases [b]");
        Refused(() => words.With(selector).With(origin), "cases [a]", "came from");
        Refused(() => words.With(Straight("x")).With(Bent("x")), Straight("x").Reference.ToString(), Bent("x").Reference.ToString());
        Refused(() => words.With(one).With(words.With(other)), "One sentence.", "Another sentence.");
        Refused(() => words.With(one).With(Trial.Needs(1).After(other)), "One sentence.", "Another sentence.");
    }

    [Fact]
    public void The_same_thing_twice_is_no_conflict_and_what_it_waits_for_comes_along()
    {
        var first = Trial.Needs(1);
        var second = Trial.Needs(2).After(first);
        var made = SketchedLifecycle.LeadTime.With(Arguments.Of(SketchedLifecycle.Days, 3));
        var words = Vocabulary<Trial>.Empty.With(second, first, second, made).With(SketchedLifecycle.LeadTime).With(Straight("x"), Straight("x"));

        words.Codes.Should().Equal("trial.lead.short", Trial.Code(1), Trial.Code(2));
        words.With(words).Codes.Should().Equal(words.Codes);
        Vocabulary<Trial>.Empty.Codes.Should().BeEmpty();
    }

    private static Lifecycle<Trial> Bent(string id) => Lifecycle.Define<Trial>(id, 1, table => table.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).EndsIn(Closed));

    private static void Refused(Func<object> make, params string[] named)
    {
        var wrong = make.Should().Throw<ArgumentException>().Which;
        named.Should().AllSatisfy(name => wrong.Message.Should().Contain(name));
    }

    // Migration is asked about outside any table, so no table names what it needs.
    private static IEnumerable<string> CodesOf<T>(Type needs) => Requirements<T>(null, needs).Select(requirement => requirement.Code)
        .Where(code => !code.Contains(".migration.", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<Requirement<T>> Requirements<T>(object? holder, Type type) => type
        .GetProperties(BindingFlags.Public | (holder is null ? BindingFlags.Static : BindingFlags.Instance))
        .SelectMany(property => property.GetValue(holder) switch
        {
            Requirement<T> requirement => [requirement],
            IEnumerable<Requirement<T>> => [],
            { } group when group.GetType().IsGenericType => Requirements<T>(group, group.GetType()),
            _ => (IEnumerable<Requirement<T>>)[],
        });
}
