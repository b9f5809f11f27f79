using ChangeRelease.Domain.Corpora;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>Decisions about sync windows that another project published.</summary>
public sealed class PublishedWindowTests
{
    [SharedDataFact("windows/argocd_sync_windows.json")]
    public void Every_published_decision_about_sync_windows_is_ours()
    {
        var told = new StringWriter();

        var code = new SuiteRun("windows", told, showContested: true).Over(WindowCases.Read(SharedData.Place("windows/argocd_sync_windows.json")));

        told.ToString().Trim().Should().Be("""{"suite":"windows","cases":67,"passed":67,"contested":0,"failed":0}""");
        code.Should().Be(0);
    }

    [SharedDataFact("recurrence/dateutil.jsonl")]
    public void No_uncontested_recurrence_of_the_first_corpus_differs() => Run("recurrence/dateutil.jsonl", 215);

    [SharedDataFact("recurrence/sabre_vobject.jsonl")]
    public void No_uncontested_recurrence_of_the_second_corpus_differs() => Run("recurrence/sabre_vobject.jsonl", 79);

    private static void Run(string file, int cases)
    {
        var told = new StringWriter();

        var code = new SuiteRun("recurrence", told, showContested: false).Over(File.ReadLines(SharedData.Place(file)).Where(line => line.Length > 0).Select(RecurrenceCase.Read));

        code.Should().Be(0, "of {0}", told);
        told.ToString().Should().Contain(FormattableString.Invariant($"\"cases\":{cases},")).And.EndWith("\"failed\":0}" + Environment.NewLine);
    }
}
