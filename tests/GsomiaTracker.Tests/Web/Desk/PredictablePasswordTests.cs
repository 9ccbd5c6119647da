using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Desk;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>What is guessed first is refused however long it is, and what nobody guesses is taken.</summary>
public sealed class PredictablePasswordTests
{
    private static readonly PasswordRules Rules = new(new DeskSettings(false, false, null, false));

    [Theory]
    [InlineData("Liverpool2019!")]
    [InlineData("P4ssw0rd!2345")]
    [InlineData("$unshine12345")]
    [InlineData("charlie-charlie")]
    [InlineData("123456password")]
    [InlineData("Welcome.2019.11")]
    [InlineData("kittykitty2019")]
    [InlineData("qwertyuiopasdf")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("mnbvcxzlkjhgf")]
    [InlineData("abcdefghijklmno")]
    [InlineData("xk7qfxk7qfxk7qf")]
    [InlineData("MayTheForceBeWithYou")]
    [InlineData("correct horse battery staple")]
    [InlineData("TeQuieroMucho")]
    public void It_is_refused(string password) => Assert.NotNull(Rules.Fault(password, "mina"));

    [Theory]
    [InlineData("bankaccount1")]
    [InlineData("Motherfucker")]
    [InlineData("qwertyqwerty")]
    [InlineData("!QAZ1qaz@WSX")]
    public void What_the_public_list_holds_is_known_from_breaches(string password) => Assert.Contains("breaches", Rules.Fault(password, "mina"), StringComparison.Ordinal);

    [Fact]
    public void The_list_that_ships_is_of_some_size_and_takes_next_to_nothing_else_for_its_own()
    {
        var words = new HashedWords(File.ReadAllBytes(Path.Combine(Checkout.Root, "src", "GsomiaTracker.Web", "Desk", "known-passwords.bin")));

        Assert.InRange(words.Count, 12_000, 1_000_000);
        Assert.DoesNotContain(Enumerable.Range(0, 20_000), i => words.Contains($"no such password {i}"));
        Assert.Throws<InvalidDataException>(() => new HashedWords([9, 1, 2]));
    }

    [Theory]
    [InlineData("a long walk by the river")]
    [InlineData("liverpool has two cathedrals")]
    [InlineData("sunshine over the gray quay")]
    [InlineData("vY9#kd02-pLmw")]
    [InlineData("trombone.kelp.sixty")]
    [InlineData("summerhouse lantern 4")]
    [InlineData("0f3a9c7be51d")]
    public void It_is_taken(string password) => Assert.Null(Rules.Fault(password, "mina"));
}
