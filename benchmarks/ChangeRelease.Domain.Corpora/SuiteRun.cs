using System.Globalization;
using System.Text.Json;

namespace ChangeRelease.Domain.Corpora;

/// <summary>Runs cases, prints those that fail, and counts.</summary>
internal sealed class SuiteRun(string suite, TextWriter output, bool showContested)
{
    private const int MostShown = 12;

    private int _cases;
    private int _passed;
    private int _contested;
    private int _failed;

    /// <summary>Runs all.</summary>
    /// <returns>The exit code: 1 when a case fails that is not contested, otherwise 0.</returns>
    public int Over(IEnumerable<ICorpusCase> cases)
    {
        foreach (var one in cases)
        {
            _cases++;
            Run(one);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"suite\":{JsonSerializer.Serialize(suite)},\"cases\":{_cases},\"passed\":{_passed},\"contested\":{_contested},\"failed\":{_failed}}}"));
        return _failed == 0 ? 0 : 1;
    }

    private void Run(ICorpusCase one)
    {
        var answer = one.Answer();
        var passes = answer.SequenceEqual(one.Expected);
        _passed += passes ? 1 : 0;
        _contested += !passes && one.IsContested ? 1 : 0;
        _failed += !passes && !one.IsContested ? 1 : 0;
        if (!passes && (showContested || !one.IsContested))
        {
            output.WriteLine($"{(one.IsContested ? "contested" : "FAILED")} {one.Id}: {one.Question}");
            output.WriteLine($"  got      {Show(answer)}");
            output.WriteLine($"  expected {Show(one.Expected)}");
        }
    }

    private static string Show(IReadOnlyList<string> items) =>
        items.Count == 0 ? "nothing" : string.Join(' ', items.Take(MostShown)) + (items.Count > MostShown ? " …" : string.Empty);
}
