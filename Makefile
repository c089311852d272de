# What this project can do. `make` alone prints the list.
BIN := .venv/bin
DIR ?=
PORT ?= 8000
AT ?=
FRESH ?=
ONLY ?=
ARGS ?=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup demo score test screens check check-lint check-format check-types check-imports bench system lock

help: ## Danh sách các lệnh | This list
	@sed -n 's/^\([a-z]*\):.*## \(.*\) | \(.*\)$$/  make \1	\2\n	\3/p' Makefile | expand -t 17

setup: ## Tạo .venv/ với lệnh .venv/bin/thidua | Makes .venv/ with the command .venv/bin/thidua
	@sh tools/setup.sh

demo: setup ## Mở bản trình diễn; PORT=8123 DIR=… AT=2024-11-23T14:00 FRESH=1 | Serves the demonstration; the same settings
	@$(BIN)/thidua demo --port "$(PORT)" --data "$(or $(DIR),thidua-demo)" $(if $(AT),--at "$(AT)") $(if $(FRESH),--fresh)

score: setup ## Chấm điểm mùa thi đua mẫu vào thư mục DIR=… | Scores the example season into the folder DIR=…
	@$(BIN)/thidua score examples/cluster10-2024 --out "$(or $(DIR),thidua-out/cluster10-2024)"

test: setup ## Chạy mọi bài kiểm thử; một phần: ARGS="tests/core" | Runs every test; some of them: ARGS="tests/core"
	@sh tools/system.sh before-tests
	@sh tools/test.sh $(ARGS)

check: setup check-lint check-format check-types check-imports ## Kiểm tra mã nguồn: ruff, mypy, tầng nhập khẩu | Lint, format, types and import layers

check-lint:
	@$(BIN)/ruff check .

check-format:
	@$(BIN)/ruff format --check .

check-types:
	@$(BIN)/mypy

check-imports:
	@$(BIN)/lint-imports

screens: setup ## Chụp lại hình các trang vào docs/screens | Takes the pictures of docs/screens anew
	@$(BIN)/pytest -q -n0 tests/e2e -k picture --write-screens

bench: setup ## Đo tốc độ so với bản đối chiếu; một phép đo: ONLY=tên | Measures against peers; one of them: ONLY=name
	@$(BIN)/python -m compileall -q src
	@$(BIN)/python benchmarks/run.py $(ONLY)

system: ## Liệt kê và cài các gói hệ thống mà kiểm thử cần | Lists and installs the system packages that tests need
	@sh tools/system.sh

lock: ## Khóa lại phiên bản các thư viện (cần uv) | Locks the libraries' versions again (needs uv)
	@sh tools/lock.sh
