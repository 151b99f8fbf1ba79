"""What a person may write, in each language the kit has words in."""

ARABIC = "أهلا وسهلا بكم. نبدأ في الساعة 10:30 وننتهي عند الظهر (مع استراحة قصيرة)."
URDU = "خوش آمدید۔ ہم ٹھیک دس بجے شروع کرتے ہیں، اور چائے بھی ہے۔"
HINDI = "नमस्ते! यह कार्यशाला ज्ञान, श्रद्धा और क्षमता के बारे में है। आप चुप भी रह सकते हैं।"
BENGALI = "স্বাগতম! আমরা একসাথে প্রশ্ন করি এবং কো-প্রোডাকশন নিয়ে কথা বলি।"
WELSH = "Croeso i'r tŷ. Mae'r dŵr yn y gegin, a chŵn hefyd."
POLISH = "Dzień dobry! Zażółć gęślą jaźń, proszę."
TEXTS = {"ar": ARABIC, "ur": URDU, "hi": HINDI, "bn": BENGALI, "cy": WELSH, "pl": POLISH}
